import { createHash } from 'node:crypto'
import type { App } from '../app.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { CANVAS, canvasOf, canvasRoom } from './canvas.rules.ts'
import { fillRoom, mendRoom, objectsIn, rawRoom, replaceRoom } from './canvas-room.ts'
import { KEEP_EVERY_MS } from './keep.rules.ts'
import { keepCanvas } from './keep-canvas.ts'

export interface CanvasKeeper {
  start(): void
  /** One round now; for tests. */
  round(): Promise<void>
  /** Keeps what is in use once more, then stops. */
  stop(): Promise<void>
}

const isCanvas = (room: string) => canvasOf(room) !== null

/**
 * Snapshots the canvases that somebody is on, every ten seconds while they change, and once more when the last one has
 * left. A room that came back empty from the presence server is filled again from its newest snapshot. Runs where the
 * pages are served; several processes do no harm, since the same content is kept once.
 */
export function createCanvasKeeper(app: App): CanvasKeeper {
  let before = new Set<string>()
  /** What was read last of each room, to leave those alone in which nothing happens. */
  const seen = new Map<string, string>()
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined
  let off = () => {}

  async function keep(room: string): Promise<void> {
    const at = canvasOf(room)
    if (!at) return
    const { workspaceId, id } = at
    const raw = await rawRoom(app, workspaceId, id)
    const text = JSON.stringify(raw)
    const mark = createHash('sha1').update(text).digest('base64')
    if (seen.get(room) === mark) return
    const objects = objectsIn(app, workspaceId, id, raw)
    if (objects) {
      await keepCanvas(await systemCtx(app, workspaceId), { id, reason: 'auto' }, objects)
      seen.set(room, mark)
      if (text.length <= CANVAS.roomBytes) return
      // No page of ours does that. Left there, it would be read, and keep everybody waiting, every ten seconds.
      app.log.warn(
        { workspaceId, canvas: id, size: text.length },
        'a canvas was brought down to what is kept of it',
      )
      await replaceRoom(app, workspaceId, id, objects)
      return
    }
    const filled = await fillRoom(app, workspaceId, id)
    if (!filled && !(await mendRoom(app, workspaceId, id))) return
    app.log.warn(
      { workspaceId, canvas: id },
      'a canvas had lost its content and was filled from its snapshot',
    )
    // Whoever was there still sees nothing: they come back at once, and then see it.
    app.presence.cut({ room: canvasRoom(workspaceId, id) })
  }

  async function look(): Promise<void> {
    // While it is away there is nothing to read, and what was in use is looked at when it is back.
    if (app.presence.state() !== 'up') return
    const now = new Set(await app.presence.inUse(isCanvas))
    const rooms = new Set([...now, ...before])
    before = now
    for (const room of seen.keys()) if (!rooms.has(room)) seen.delete(room)
    for (const room of rooms)
      await keep(room).catch((error: unknown) => {
        before.add(room)
        app.log.warn({ err: error, room }, 'a canvas could not be kept; tried again in the next round')
      })
  }

  function round(): Promise<void> {
    running ??= look()
      .catch((error: unknown) => app.log.error({ err: error }, 'canvases could not be kept'))
      .finally(() => {
        running = null
      })
    return running
  }

  return {
    round,
    start() {
      timer = setInterval(round, KEEP_EVERY_MS).unref()
      // Back from a crash, perhaps without its data: fill before the first ones are back.
      off = app.presence.onState((state) => {
        if (state === 'up') void round()
      })
    },
    async stop() {
      clearInterval(timer)
      off()
      await round()
    },
  }
}
