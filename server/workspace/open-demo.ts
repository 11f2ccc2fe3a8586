import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { DEMO_NAME, demoBegan, seedDemo } from '../admin/seed-demo.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { memberCtx } from '../member/member-ctx.ts'
import { notFound } from '../platform/problem.ts'
import { createWorkspace } from './create-workspace.ts'

interface Owner {
  userId: string
  name: string
  /** Writes the owner's account, in the transaction that makes the workspace. */
  before?: ((db: Db) => Promise<void>) | undefined
}

/**
 * Makes the demo workspace and fills it. `passwordHash` opens the accounts of the people in it; null: nobody can sign
 * in as them.
 */
export async function openDemo(app: App, owner: Owner, passwordHash: string | null): Promise<Ctx> {
  const began = demoBegan(app.now())
  const founded = await createWorkspace(
    { ...app, now: () => began },
    owner,
    { name: DEMO_NAME, zone: 'Europe/London', locale: 'en', country: 'GB', demo: true },
    newId(),
    owner.before,
  )
  const { workspaceId } = founded
  const ctx = await memberCtx(app, { workspaceId }, { userId: owner.userId }, founded.requestId)
  if (!ctx) throw notFound()
  await seedDemo(ctx, passwordHash)
  return ctx
}
