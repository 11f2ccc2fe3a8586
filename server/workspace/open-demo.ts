import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { drawCovers } from '../admin/demo/plant-covers.ts'
import { DEMO_NAME, demoBegan, seedDemo } from '../admin/seed-demo.ts'
import type { App } from '../app.ts'
import { readHead } from '../core/at-head.ts'
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
 * Makes the demo workspace and fills it, in one transaction: whatever breaks off on the way, a crash too, leaves nothing
 * of it. Others wait with their writing for the second or two that it takes. `passwordHash` opens the accounts of the
 * people in it; null: nobody can sign in as them.
 */
export async function openDemo(app: App, owner: Owner, passwordHash: string | null): Promise<Ctx> {
  const covers = await drawCovers()
  const demo = await app.store.write(async (db) => {
    const inside = joined(app, db)
    const began = demoBegan(app.now())
    const founded = await createWorkspace(
      { ...inside, now: () => began },
      owner,
      { name: DEMO_NAME, zone: 'Europe/London', locale: 'en', country: 'GB', demo: true },
      newId(),
      owner.before,
    )
    const { workspaceId, requestId } = founded
    const ctx = await memberCtx(inside, { workspaceId }, { userId: owner.userId }, requestId)
    if (!ctx) throw notFound()
    await seedDemo(ctx, passwordHash, covers)
    return { ctx, head: await readHead(ctx) }
  })
  const { workspaceId, requestId } = demo.ctx
  app.signal.send('rightsChanged', workspaceId)
  app.signal.send('committed', workspaceId, demo.head)
  app.signal.send('jobsAdded')
  const ctx = await memberCtx(app, { workspaceId }, { userId: owner.userId }, requestId)
  if (!ctx) throw notFound()
  return ctx
}

/** The house inside an open transaction: what is read and written belongs to it, and nobody is told yet. */
function joined(app: App, db: Db): App {
  const { close, native } = app.store
  const store = { close, native, read: db, write: <T>(work: (db: Db) => Promise<T>) => work(db) }
  return { ...app, store, signal: { ...app.signal, send: () => {} } }
}
