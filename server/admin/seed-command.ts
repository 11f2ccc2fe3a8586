import { and, count, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { member, user } from '#db/schema.ts'
import type { App } from '../app.ts'
import { email, newPassword } from '../member/account.rules.ts'
import { newSecret } from '../platform/vault.ts'
import { hashPassword } from '../session/password.ts'
import { openDemo } from '../workspace/open-demo.ts'
import { type Command, CommandError } from './command.ts'
import { readOptions } from './read-options.ts'
import { withCore } from './with-core.ts'

const help = `npm run admin -- seed demo [--email ADDRESS] [--password WORDS]

Makes the demo workspace: an invented tea company with four teams, seventeen people, six practice channels, a
hundred posts, an inbox and months of figures, dated around today.

  --email     Who owns it: an account that exists, or a new one. Default: demo@hubbub.example.
  --password  The password of the owner, when the account is new, and of everybody in the demo. Without it the
              owner gets one that is printed, and nobody can sign in as the others.`

/** `seed demo`. */
export const seedCommand: Command = {
  name: 'seed demo',
  about: 'makes the demo workspace',
  help,
  async run(args, out) {
    const { values } = readOptions(args, { email: { type: 'string' }, password: { type: 'string' } })
    const address = email.safeParse(values.email ?? 'demo@hubbub.example')
    if (!address.success) throw new CommandError('That is no e-mail address; write --email name@example.org.')
    if (values.password !== undefined && !newPassword.safeParse(values.password).success)
      throw new CommandError('The password needs 10 to 200 characters.')
    await withCore(async ({ app }) => {
      const owner = await ownerOf(app, address.data, values.password)
      const everyone = values.password ? await hashPassword(values.password) : null
      const ctx = await openDemo(app, owner, everyone)
      out(`The demo workspace is at /w/${ctx.workspaceSlug}. Its owner is ${address.data}.`)
      if (owner.secret) out(`Password: ${owner.secret}`)
      if (everyone) {
        const people = await app.store.read
          .select({ n: count() })
          .from(member)
          .innerJoin(user, eq(user.id, member.userId))
          .where(and(eq(member.workspaceId, ctx.workspaceId), eq(user.passwordHash, everyone)))
        out(`Its people sign in with the password you gave (${people[0]?.n ?? 0} accounts).`)
      }
    })
  },
}

/** The account that will own the demo: the one of the address, or a new one (with `secret`, if nobody chose it). */
async function ownerOf(app: App, address: string, password: string | undefined) {
  const [known] = await app.store.read.select().from(user).where(eq(user.email, address))
  if (known) return { userId: known.id, name: known.name, secret: undefined, before: undefined }
  const secret = password ? undefined : newSecret().slice(0, 16)
  const passwordHash = await hashPassword(password ?? secret ?? '')
  const row = { id: newId(), email: address, name: 'Robin Demo', passwordHash, zone: 'Europe/London' }
  return {
    userId: row.id,
    name: row.name,
    secret,
    before: async (db: Parameters<Parameters<App['store']['write']>[0]>[0]) => {
      await db.insert(user).values({ ...row, locale: 'en', createdAt: app.now() })
    },
  }
}
