import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { apiToken } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound } from '../platform/problem.ts'

/** Ends a token of the workspace, whoever made it. */
export const revokeToken = verb({
  name: 'token.revoke',
  permission: 'token:manage',
  input: z.object({ tokenId: z.string() }),
  async run(ctx, { tokenId }) {
    return transact(ctx, async (tx) => {
      const [gone] = await tx.db
        .update(apiToken)
        .set({ revokedAt: tx.now })
        .where(
          and(
            eq(apiToken.workspaceId, ctx.workspaceId),
            eq(apiToken.id, tokenId),
            isNull(apiToken.revokedAt),
          ),
        )
        .returning({ name: apiToken.name })
      if (!gone) throw notFound()
      const audience = { permission: 'token:manage' } as const
      emit(tx, 'token.revoked', { id: tokenId, name: gone.name }, { subjectId: tokenId, audience })
      return { id: tokenId }
    })
  },
})
