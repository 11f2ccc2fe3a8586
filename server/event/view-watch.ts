import type { App } from '../app.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import type { LogRow } from './feed.ts'
import type { LiveView, Tick } from './live-view.ts'

/** The least time between two readings of a view, ms: at most two a second. */
const LEAST_MS = 500
/** A reading may take at most this share of one process. */
const SHARE = 0.1
/** Without any event: days end, periods run on. ms */
const ANYWAY_MS = 60_000

/** Somebody who looks: a socket. */
export interface Looker {
  id: string
  send(tick: Tick): void
}

interface Group {
  view: LiveView
  ctx: Ctx
  input: unknown
  lookers: Map<string, Looker>
  data: unknown
  first: Promise<void>
  readAt: number
  /** How long the last reading took, ms. */
  cost: number
  timer: NodeJS.Timeout | undefined
  /** A reading is under way: what moves meanwhile waits for it. */
  busy: boolean
}

/**
 * Reads what is looked at again when the log moves it, once for all who see the same, and sends the steps. A storm of
 * events costs two readings a second, fewer when reading is slow.
 */
export function createViewWatch(app: App, views: readonly LiveView[]) {
  const byName = new Map(views.map((view) => [view.name, view]))
  const groups = new Map<string, Group>()
  const placeOf = new Map<string, string>()

  async function readNow(group: Group): Promise<unknown> {
    const begun = performance.now()
    const data = await group.view.read(group.ctx, group.input)
    group.cost = performance.now() - begun
    group.readAt = performance.now()
    return data
  }

  function later(key: string, group: Group, wait: number): void {
    clearTimeout(group.timer)
    group.timer = setTimeout(() => {
      group.timer = undefined
      again(key, group).catch((error) => app.log.error({ err: error, view: group.view.name }, 'a view'))
    }, wait)
    group.timer.unref()
  }

  async function again(key: string, group: Group): Promise<void> {
    // Before reading, so that what happens meanwhile asks for another.
    moved.delete(key)
    group.busy = true
    const data = await readNow(group).finally(() => rest(key, group))
    const { patch, says } = group.view.step(group.data, data)
    group.data = data
    if (!says) return
    const tick: Tick = { view: group.view.name, ...(patch === null ? { all: data } : { patch }) }
    for (const looker of group.lookers.values()) looker.send(tick)
  }

  const moved = new Set<string>()

  function rest(key: string, group: Group): void {
    group.busy = false
    if (groups.get(key) !== group) return
    if (moved.has(key)) later(key, group, waitFor(group))
    else later(key, group, ANYWAY_MS)
  }

  const waitFor = (group: Group) =>
    Math.max(0, Math.max(LEAST_MS, group.cost / SHARE) - (performance.now() - group.readAt))

  function leave(lookerId: string): void {
    const key = placeOf.get(lookerId)
    const group = key && groups.get(key)
    placeOf.delete(lookerId)
    if (!key || !group) return
    group.lookers.delete(lookerId)
    if (group.lookers.size) return
    clearTimeout(group.timer)
    groups.delete(key)
  }

  return {
    /** Begins to look (and stops looking at anything else); gives the present reading, from which the ticks go on. */
    async look(looker: Looker, ctx: Ctx, name: string, raw: unknown): Promise<unknown> {
      leave(looker.id)
      const view = byName.get(name)
      if (!view) return null
      permit(ctx, view.permission)
      const input = view.input.parse(raw)
      const key = JSON.stringify([ctx.workspaceId, name, input, ctx.zone, ctx.grants])
      let group = groups.get(key)
      if (!group) {
        const made: Group = {
          ...{
            view,
            ctx,
            input,
            lookers: new Map(),
            data: null,
            readAt: 0,
            cost: 0,
            timer: undefined,
            busy: true,
          },
          first: Promise.resolve(),
        }
        made.first = readNow(made).then((data) => {
          made.data = data
          rest(key, made)
        })
        made.first.catch(() => groups.delete(key))
        groups.set(key, made)
        group = made
      }
      group.lookers.set(looker.id, looker)
      placeOf.set(looker.id, key)
      await group.first
      return group.data
    },
    leave,
    /** A row of the log was committed. */
    hear(row: Pick<LogRow, 'workspaceId' | 'type'>): void {
      for (const [key, group] of groups) {
        if (group.ctx.workspaceId !== row.workspaceId) continue
        if (moved.has(key) || !group.view.movedBy.some((type) => type === row.type)) continue
        moved.add(key)
        if (!group.busy) later(key, group, waitFor(group))
      }
    },
    stop(): void {
      for (const group of groups.values()) clearTimeout(group.timer)
      groups.clear()
    },
  }
}

export type ViewWatch = ReturnType<typeof createViewWatch>
