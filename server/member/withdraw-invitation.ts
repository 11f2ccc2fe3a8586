import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { invitation } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound } from '../platform/problem.ts'

/** Takes an invitation back; its link opens nothing any more. */
export const withdrawInvitation = verb({
  name: 'invitation.withdraw',
  permission: 'member:manage',
  input: z.object({ invitationId: z.string() }),
  async run(ctx, { invitationId }) {
    return transact(ctx, async (tx) => {
      const [gone] = await tx.db
        .delete(invitation)
        .where(
          and(
            eq(invitation.workspaceId, ctx.workspaceId),
            isNotNull(invitation.workspaceId),
            eq(invitation.id, invitationId),
            isNull(invitation.usedAt),
          ),
        )
        .returning({ email: invitation.email })
      if (!gone) throw notFound()
      const audience = { permission: 'member:manage' } as const
      emit(tx, 'invitation.withdrawn', { email: gone.email }, { subjectId: invitationId, audience })
      return { id: invitationId }
    })
  },
})
