import type { Presence } from './presence.ts'

/** What the policy says about a room: who the person is there and whether they may change it; null refuses. */
export type Admission = { uid: string; name: string; write: boolean }

export type PresenceReply =
  | { status: 200; body: { token: string } }
  | { status: 400 | 403 | 503; body: { error: 'room' | 'forbidden' | 'away' } }

const ROOM_ID = /^[\w:.-]{1,128}$/

/**
 * The answer to `POST /presence/auth` with `{ room }`. `policy` decides per request, so that a role removed a moment
 * ago counts. The token opens exactly that room. 403 makes the client stop asking, 503 makes it try again.
 */
export function presenceAuth<C>(options: {
  presence: Pick<Presence, 'mint'>
  policy: (ctx: C, room: string) => Promise<Admission | null> | Admission | null
}) {
  return async (ctx: C, input: unknown): Promise<PresenceReply> => {
    const room = (input as { room?: unknown } | null)?.room
    if (typeof room !== 'string' || !ROOM_ID.test(room)) return { status: 400, body: { error: 'room' } }
    // Before the policy looks: a role removed while it does so must cover this token, too.
    const at = Date.now()
    const admission = await options.policy(ctx, room)
    if (!admission) return { status: 403, body: { error: 'forbidden' } }
    try {
      return {
        status: 200,
        body: { token: await options.presence.mint({ ...admission, rooms: [room], at }) },
      }
    } catch {
      return { status: 503, body: { error: 'away' } }
    }
  }
}
