import { z } from 'zod'
import { newId } from '#db/id.ts'
import { apiToken } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { isPermission, may, type Permission } from '../member/permission.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { hashSecret, newSecret } from '../platform/vault.ts'

/** Begins every token, so that a leaked one is recognised by people and by scanners. */
export const TOKEN_PREFIX = 'hubbub_'

/**
 * A bearer token of the API. It acts as its maker, within its scopes and never beyond what they may at that moment.
 * The secret is answered once; only its hash is kept.
 */
export const createToken = verb({
  name: 'token.create',
  permission: 'token:manage',
  input: z.object({
    name: z.string().trim().min(1, 'required').max(80, 'long'),
    scopes: z.array(z.string().refine(isPermission, 'scope')).min(1, 'required').max(100),
  }),
  async run(ctx, { name, scopes: asked }) {
    const { memberId } = ctx
    if (!memberId) throw notFound()
    const scopes = [...new Set(asked)] as Permission[]
    const beyond = scopes.find((scope) => !may(ctx.grants, scope))
    if (beyond) throw new Problem('role.beyondOwn', { status: 403, field: 'scopes' })
    const secret = TOKEN_PREFIX + newSecret()
    const id = newId()
    await transact(ctx, async (tx) => {
      await tx.db.insert(apiToken).values({
        id,
        workspaceId: ctx.workspaceId,
        memberId,
        name,
        hash: hashSecret(secret),
        scopes,
        createdAt: tx.now,
      })
      const audience = { permission: 'token:manage' } as const
      emit(tx, 'token.created', { id, name, scopes }, { subjectId: id, audience })
    })
    return { id, secret }
  },
})
