import { and, eq, inArray } from 'drizzle-orm'
import { bond, label, post, team } from '#db/schema.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { may, teamsWith } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import { loadWithVariants } from '../post/post-with-variants.ts'
import type { Stage } from '../post/stage.rules.ts'
import type { MediaItem } from '../version/content.rules.ts'
import {
  type Central,
  type FieldState,
  fieldStates,
  ownTimeIn,
  stateOf,
  type Time,
  timeIn,
  timeOf,
} from './bond.rules.ts'
import { bondOf, centralIn, childIn } from './load-bond.ts'
import { BOND_FIELDS, type BondField } from './names.rules.ts'
import { isOut } from './out.ts'

/** One field of both sides, for the difference: before HQ's change, after it, and what the region says. */
export interface FieldView extends FieldState {
  before: Shown
  after: Shown
  yours: Shown
}

/**
 * A field's value as a person reads it: pieces of text, each of the common content or (`network`) of one network; of
 * pictures they are the alternative texts, and `assetIds` the pictures.
 */
export type Shown = { network: string | null; text: string; assetIds?: string[] }[]

export interface BondView {
  /** The HQ post this one came from. */
  parent: {
    id: string
    title: string
    /** Whether HQ's post can still be compared with: it is off the board otherwise. */
    gone: boolean
    /** Whether the reader may open it. */
    open: boolean
    /** Whether the region's post has gone out or is going out: HQ's changes come too late for it. */
    out: boolean
    fields: FieldView[]
    /** What to name as seen in an answer: by field, and all waiting ones together (`title,text`). */
    seen: Record<string, string>
  } | null
  /** The posts that regions have of this one, of those the reader may see. */
  children: { id: string; teamId: string; stage: Stage }[]
}

/** How a post hangs together with HQ's: where it came from, or what came of it. Refuses what the reader may not see. */
export async function readBond(ctx: Ctx, postId: string): Promise<BondView> {
  const db = ctx.store.read
  const child = await loadWithVariants(db, ctx.workspaceId, postId)
  if (!child || !may(ctx.grants, 'post:read', child.row.teamId)) throw notFound()
  permit(ctx, 'post:read', child.row.teamId)
  const row = await bondOf(db, ctx.workspaceId, postId)
  if (!row) return { parent: null, children: await childrenOf(ctx, postId) }
  const loaded = await loadWithVariants(db, ctx.workspaceId, row.parentId)
  const central = loaded ? centralIn(loaded) : row.base
  const mine = childIn(child)
  const states = fieldStates({ ...row, child: mine, parent: central })
  const labels = await labelNames(ctx)
  const own: Central = {
    title: mine.row.title,
    text: { common: mine.row.text, own: ownOf(mine.variants, 'text') },
    media: { common: mine.row.media, own: ownOf(mine.variants, 'media') },
    time: timeOf(mine.row),
    ownTimes: Object.fromEntries(
      mine.variants.flatMap((one) => {
        const time = timeOf(one)
        return time ? [[one.network, time]] : []
      }),
    ),
    labels: mine.row.labels,
  }
  const networks = (one: Central) => Object.keys(one.ownTimes ?? {})
  const there = (one: Central): Central => ({
    ...one,
    time: timeIn(one.time, row.zone),
    ownTimes: Object.fromEntries(
      networks(one).flatMap((network) => {
        const time = ownTimeIn(one, network, row.zone)
        return time ? [[network, time]] : []
      }),
    ),
  })
  const fields = states.map((state) => ({
    ...state,
    before: shown(there(row.base), state.field, labels),
    after: shown(there(central), state.field, labels),
    yours: shown(own, state.field, labels),
  }))
  const waiting = states.filter((one) => one.waiting).map(({ field }) => field)
  const seen = Object.fromEntries([
    ...BOND_FIELDS.map((field) => [field, stateOf(central, [field])] as const),
    [waiting.join(), stateOf(central, waiting)],
  ])
  const hq = loaded && may(ctx.grants, 'post:read', loaded.row.teamId)
  return {
    parent: {
      id: hq ? row.parentId : '',
      title: central.title,
      gone: !loaded,
      open: Boolean(hq),
      out: await isOut(db, child.row),
      fields,
      seen,
    },
    children: [],
  }
}

function ownOf<K extends 'text' | 'media'>(
  variants: readonly ({ network: string } & Record<K, unknown>)[],
  key: K,
): Record<string, never> {
  return Object.fromEntries(
    variants.flatMap((one) => (one[key] === null ? [] : [[one.network, one[key] as never]])),
  )
}

/** One field for reading; a picture without an alternative text is a dash there. */
function shown(central: Central, field: BondField, labels: Map<string, string>): Shown {
  if (field === 'title') return [{ network: null, text: central.title }]
  if (field === 'time') {
    const say = (time: Time | null) => (time ? `${time.local.replace('T', ' ')} ${time.zone}` : '')
    const own = Object.entries(central.ownTimes ?? {})
    return [
      { network: null, text: say(central.time) },
      ...own.map(([network, time]) => ({ network, text: say(time) })),
    ]
  }
  if (field === 'labels')
    return [{ network: null, text: central.labels.flatMap((id) => labels.get(id) ?? []).join(', ') }]
  const piece = (network: string | null, value: string | MediaItem[]): Shown[number] =>
    typeof value === 'string'
      ? { network, text: value }
      : {
          network,
          text: value.map((one, i) => `${i + 1}. ${one.alt || '–'}`).join('\n'),
          assetIds: value.map((one) => one.assetId),
        }
  const { common, own } = central[field]
  return [piece(null, common), ...Object.entries(own).map(([network, value]) => piece(network, value))]
}

async function labelNames(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.store.read
    .select({ id: label.id, name: label.name })
    .from(label)
    .where(eq(label.workspaceId, ctx.workspaceId))
  return new Map(rows.map((row) => [row.id, row.name]))
}

async function childrenOf(ctx: Ctx, parentId: string): Promise<BondView['children']> {
  const teams = teamsWith(ctx.grants, 'post:read')
  return ctx.store.read
    .select({ id: post.id, teamId: post.teamId, stage: post.stage })
    .from(bond)
    .innerJoin(post, eq(post.id, bond.childId))
    .innerJoin(team, eq(team.id, bond.teamId))
    .where(
      and(
        eq(bond.workspaceId, ctx.workspaceId),
        eq(bond.parentId, parentId),
        teams === 'all' ? undefined : inArray(bond.teamId, teams),
      ),
    )
    .orderBy(team.name)
}
