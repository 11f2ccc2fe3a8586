import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { user, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { memberCtx } from '../member/member-ctx.ts'
import { CommandError } from './command.ts'

/** The workspace of a slug, or the only one when none is named. */
export async function findWorkspace(app: App, slug: string | undefined) {
  const rows = await app.store.read
    .select({ id: workspace.id, slug: workspace.slug, name: workspace.name })
    .from(workspace)
    .orderBy(workspace.slug)
  const names = rows.map((row) => row.slug).join(', ')
  if (!rows.length)
    throw new CommandError('There is no workspace yet. Start the server and open its setup link.')
  const found = slug ? rows.find((row) => row.slug === slug) : rows.length === 1 ? rows[0] : undefined
  if (found) return found
  throw new CommandError(
    slug
      ? `There is no workspace "${slug}". There are: ${names}.`
      : `Name the workspace with --workspace. There are: ${names}.`,
  )
}

/** A member by e-mail address, as they may act now. */
export async function findMember(app: App, slug: string | undefined, address: string): Promise<Ctx> {
  const place = await findWorkspace(app, slug)
  const [account] = await app.store.read.select({ id: user.id }).from(user).where(eq(user.email, address))
  const ctx = account && (await memberCtx(app, { workspaceId: place.id }, { userId: account.id }, newId()))
  if (!ctx) throw new CommandError(`${address} is no member of ${place.name} (${place.slug}).`)
  return ctx
}
