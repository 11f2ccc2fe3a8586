import { and, eq, gt, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { invitation, user } from '#db/schema.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import type { setupForm } from '../member/account.rules.ts'
import { Problem } from '../platform/problem.ts'
import { hashSecret } from '../platform/vault.ts'
import { hashPassword } from '../session/password.ts'
import { countryOfZone } from '../team/country-of-zone.ts'
import { createWorkspace } from './create-workspace.ts'
import { openDemo } from './open-demo.ts'

/**
 * The first owner names the company, or opens the demo: account, workspace and the used link commit together. Throws
 * `setup.used` when the link is wrong, old or used.
 */
export async function foundCompany(app: App, secret: string, form: z.output<typeof setupForm>): Promise<Ctx> {
  const userId = newId()
  const passwordHash = await hashPassword(form.password)
  const owner = { userId, name: form.name }
  const before = async (db: Db) => {
    await useSetupLink(db, app.now(), secret)
    await db.insert(user).values({
      id: userId,
      email: form.email,
      name: form.name,
      passwordHash,
      zone: form.zone,
      locale: form.locale,
      createdAt: app.now(),
    })
  }
  if (form.kind === 'demo') return openDemo(app, { ...owner, before }, null)
  const { company: name, zone, locale } = form
  const country = countryOfZone(zone) ?? (locale === 'ko' ? 'KR' : 'US')
  return createWorkspace(app, owner, { name, zone, locale, country, demo: false }, newId(), before)
}

async function useSetupLink(db: Db, now: number, secret: string): Promise<void> {
  const used = await db
    .update(invitation)
    .set({ usedAt: now })
    .where(
      and(
        eq(invitation.tokenHash, hashSecret(secret)),
        isNull(invitation.workspaceId),
        isNull(invitation.usedAt),
        gt(invitation.expiresAt, now),
      ),
    )
    .returning({ id: invitation.id })
  if (!used.length) throw new Problem('setup.used', { status: 410 })
}
