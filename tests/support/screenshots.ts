/**
 * `npm run screenshots [page ...]`: pictures of the demo workspace. Without names the README's, into docs/screenshots;
 * with names those pages at 1440, 1024 and 360 px in light, dark and Korean, into shots/ (not kept).
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { and, desc, eq } from 'drizzle-orm'
import { bond, canvas, message, post, user, workspace } from '#db/schema.ts'
import { seedDemo } from '#server/admin/seed-demo.ts'
import { closeBrowser, closePages, type Look, openPage } from './browser.ts'
import { testServer } from './server.ts'

const root = join(import.meta.dirname, '../..')
const README: { name: string; page: string; look: Look }[] = [
  { name: 'board', page: 'board', look: { width: 1440, height: 900 } },
  { name: 'calendar-dark', page: 'calendar', look: { width: 1440, height: 900, dark: true } },
  { name: 'canvas', page: 'canvas/:canvas', look: { width: 1440, height: 900 } },
  { name: 'draft', page: 'post/:inReview', look: { width: 1440, height: 900 } },
  { name: 'inbox', page: 'inbox/:answered', look: { width: 1440, height: 900 } },
  { name: 'dashboard-ko', page: 'dashboard', look: { width: 1440, height: 900, locale: 'ko' } },
]
const LOOKS: Record<string, Look> = {
  '1440': { width: 1440, height: 900 },
  '1440-dark': { width: 1440, height: 900, dark: true },
  '1024': { width: 1024, height: 768 },
  '360': { width: 360 },
  '360-dark-ko': { width: 360, dark: true, locale: 'ko' },
  '1440-ko': { width: 1440, height: 900, locale: 'ko' },
}

const server = await testServer()
const { owner } = await server.workspace('Norrow Tea')
await seedDemo(owner)
await server.app.store.write((db) =>
  db
    .update(workspace)
    .set({ demo: true })
    .where(eq(workspace.id, owner.workspaceId))
    .then(() => undefined),
)

/** A post that is in review, for `:inReview` in a page's path. */
const [inReview] = await server.app.store.read
  .select({ id: post.id })
  .from(post)
  .where(and(eq(post.workspaceId, owner.workspaceId), eq(post.stage, 'in_review')))
  .limit(1)

/** A conversation with an answer of ours in it, for `:answered`. */
const [answered] = await server.app.store.read
  .select({ id: message.conversationId })
  .from(message)
  .where(and(eq(message.workspaceId, owner.workspaceId), eq(message.direction, 'out')))
  .orderBy(desc(message.at))
  .limit(1)

/** The demo's canvas, for `:canvas`. */
const [drawn] = await server.app.store.read
  .select({ id: canvas.id })
  .from(canvas)
  .where(eq(canvas.workspaceId, owner.workspaceId))
  .limit(1)

/** A region's post that waits for an answer to HQ, for `:waiting`, and the campaign it is of, for `:campaign`. */
const waiting = (
  await server.app.store.read.select().from(bond).where(eq(bond.workspaceId, owner.workspaceId))
).find(({ told }) => told.length > 0)

const named: Record<string, string | undefined> = {
  ':inReview': inReview?.id,
  ':answered': answered?.id,
  ':waiting': waiting?.childId,
  ':canvas': drawn?.id,
  ':campaign': waiting?.campaignId,
}

async function shoot(page: string, look: Look, file: string): Promise<void> {
  if (look.locale)
    await server.app.store.write((db) =>
      db
        .update(user)
        .set({ locale: look.locale ?? 'en' })
        .where(eq(user.id, owner.userId ?? ''))
        .then(() => undefined),
    )
  const window = await openPage(
    server,
    owner,
    `/w/${owner.workspaceSlug}/${page.replace(/:\w+/, (name) => named[name] ?? '')}`,
    look,
  )
  await window.waitForLoadState('networkidle')
  await window.waitForTimeout(800)
  await window.screenshot({ path: file })
  await closePages().catch((error: Error) => process.stderr.write(`${page}: ${error.message}\n`))
}

const asked = process.argv.slice(2)
const folder = join(root, asked.length ? 'shots' : 'docs/screenshots')
mkdirSync(folder, { recursive: true })
if (asked.length) {
  for (const page of asked)
    for (const [name, look] of Object.entries(LOOKS))
      await shoot(
        page,
        { locale: 'en', ...look },
        join(folder, `${page.replaceAll(/[/:]/g, '-')}-${name}.png`),
      )
} else {
  for (const { name, page, look } of README)
    await shoot(page, { locale: 'en', ...look }, join(folder, `${name}.png`))
}
await closeBrowser()
await server.drop()
