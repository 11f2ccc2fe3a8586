import { and, desc, eq, isNull } from 'drizzle-orm'
import { apiToken, member } from '#db/schema.ts'
import type { App } from '../app.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { memberCtx } from '../member/member-ctx.ts'
import { cutGrants, isPermission } from '../member/permission.rules.ts'
import { hashSecret } from '../platform/vault.ts'

/** The workspace's tokens that still work, newest first; never their secrets. */
export async function readTokens(ctx: Ctx) {
  permit(ctx, 'token:manage')
  return ctx.store.read
    .select({
      id: apiToken.id,
      name: apiToken.name,
      scopes: apiToken.scopes,
      memberId: apiToken.memberId,
      owner: member.name,
      createdAt: apiToken.createdAt,
      usedAt: apiToken.usedAt,
    })
    .from(apiToken)
    .innerJoin(member, eq(member.id, apiToken.memberId))
    .where(and(eq(apiToken.workspaceId, ctx.workspaceId), isNull(apiToken.revokedAt)))
    .orderBy(desc(apiToken.createdAt))
}

/** "Last used" is written at most this often, ms. */
const USED_EVERY = 60_000

/**
 * Who a bearer token acts as: its maker, cut down to its scopes, with what they may now. Undefined when it is unknown,
 * revoked, or its maker has left.
 */
export async function tokenCtx(
  app: App,
  secret: string,
  requestId: string,
): Promise<{ ctx: Ctx; tokenId: string } | undefined> {
  const [row] = await app.store.read
    .select()
    .from(apiToken)
    .where(and(eq(apiToken.hash, hashSecret(secret)), isNull(apiToken.revokedAt)))
  if (!row) return
  const ctx = await memberCtx(app, { workspaceId: row.workspaceId }, { memberId: row.memberId }, requestId)
  if (!ctx) return
  const now = app.now()
  if (now - (row.usedAt ?? 0) > USED_EVERY)
    await app.store.write((db) =>
      db
        .update(apiToken)
        .set({ usedAt: now })
        .where(and(eq(apiToken.workspaceId, row.workspaceId), eq(apiToken.id, row.id)))
        .then(() => undefined),
    )
  return { ctx: { ...ctx, grants: cutGrants(ctx.grants, row.scopes.filter(isPermission)) }, tokenId: row.id }
}
