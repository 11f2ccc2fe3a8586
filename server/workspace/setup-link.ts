import { and, count, eq, gt, isNull } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { invitation, user } from '#db/schema.ts'
import type { App } from '../app.ts'
import { hashSecret, newSecret } from '../platform/vault.ts'

const VALID_MS = 7 * 86_400_000

/** While nobody has an account: a new one-time link for the first owner (older ones stop working). */
export async function setupLink(app: App, url: string): Promise<string | undefined> {
  const [accounts] = await app.store.read.select({ n: count() }).from(user)
  if (accounts?.n) return
  const secret = newSecret()
  await app.store.write(async (db) => {
    await db.delete(invitation).where(isNull(invitation.workspaceId))
    await db.insert(invitation).values({
      id: newId(),
      workspaceId: null,
      tokenHash: hashSecret(secret),
      email: '',
      role: 'owner',
      teamIds: [],
      expiresAt: app.now() + VALID_MS,
      createdAt: app.now(),
    })
  })
  return `${url}/setup/${secret}`
}

/** Whether a setup link still opens the door. */
export async function readSetupLink(app: App, secret: string): Promise<boolean> {
  const [row] = await app.store.read
    .select({ id: invitation.id })
    .from(invitation)
    .where(
      and(
        eq(invitation.tokenHash, hashSecret(secret)),
        isNull(invitation.workspaceId),
        isNull(invitation.usedAt),
        gt(invitation.expiresAt, app.now()),
      ),
    )
  return Boolean(row)
}
