import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { member, user } from '#db/schema.ts'
import type { App } from '../app.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { emit, transact } from '../core/transact.ts'
import type { BuiltInRole } from '../member/permission.rules.ts'
import { hashPassword } from '../session/password.ts'
import { countryOfZone } from '../team/country-of-zone.ts'
import { createWorkspace } from '../workspace/create-workspace.ts'
import { CommandError } from './command.ts'
import { findWorkspace } from './find-member.ts'

interface NewUser {
  email: string
  name: string
  password: string
  zone: string
  locale: 'en' | 'ko'
  role: BuiltInRole
  workspace?: string | undefined
  company?: string | undefined
}

/** Makes an account, and a member of a workspace or the owner of a new one, all at once. Gives the workspace's slug. */
export async function addUser(app: App, one: NewUser): Promise<string> {
  const id = newId()
  const passwordHash = await hashPassword(one.password)
  const account = async (db: Db) => {
    const { email, name, zone, locale } = one
    const made = await db
      .insert(user)
      .values({ id, email, name, zone, locale, passwordHash, createdAt: app.now() })
      .onConflictDoNothing()
      .returning({ id: user.id })
    if (!made.length)
      throw new CommandError(
        `${one.email} has an account already. Invite it in the settings of the workspace.`,
      )
  }
  if (one.company) {
    const { company: name, zone, locale } = one
    const country = countryOfZone(zone) ?? (locale === 'ko' ? 'KR' : 'US')
    const input = { name, zone, locale, country, demo: false }
    return (await createWorkspace(app, { userId: id, name: one.name }, input, newId(), account)).workspaceSlug
  }
  const place = await findWorkspace(app, one.workspace)
  const ctx = await systemCtx(app, place.id)
  await transact(ctx, async (tx) => {
    await account(tx.db)
    const face = { id: newId(), name: one.name, role: one.role }
    await tx.db
      .insert(member)
      .values({ ...face, workspaceId: ctx.workspaceId, userId: id, mailKinds: {}, createdAt: tx.now })
    emit(tx, 'member.joined', { member: face }, { subjectId: face.id, audience: { permission: 'post:read' } })
  })
  return place.slug
}
