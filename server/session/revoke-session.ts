import { z } from 'zod'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound } from '../platform/problem.ts'
import { endSessions } from './end-sessions.ts'

/** Signs one of one's own sessions out (by its listed id), or with `others` all but this one. */
export const revokeSession = verb({
  name: 'session.revoke',
  permission: 'signed-in',
  input: z.union([z.object({ sessionId: z.string() }), z.object({ others: z.literal(true) })]),
  async run(ctx, input) {
    const { userId, memberId } = ctx
    if (!userId || !memberId) throw notFound()
    const which = 'others' in input ? { except: ctx.via?.sessionId } : { only: input.sessionId }
    const ended = await endSessions(ctx, userId, which)
    if (!ended && 'sessionId' in input) throw notFound()
    if (ended)
      await transact(ctx, async (tx) => {
        const audience = { permission: 'audit:read' } as const
        emit(
          tx,
          'session.revoked',
          { id: memberId, name: ctx.name, ended },
          { subjectId: memberId, audience },
        )
      })
    return { ended }
  },
})
