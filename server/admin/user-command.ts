import { z } from 'zod'
import { email, newPassword, personName, zone } from '../member/account.rules.ts'
import { BUILT_IN_ROLES } from '../member/permission.rules.ts'
import { newSecret } from '../platform/vault.ts'
import { addUser } from './add-user.ts'
import { type Command, CommandError } from './command.ts'
import { readOptions } from './read-options.ts'
import { withCore } from './with-core.ts'

const shape = z.object({
  email: email.describe('an e-mail address'),
  name: personName.describe('a name of 1 to 80 characters'),
  password: newPassword.optional().describe('a password of 10 to 200 characters'),
  zone: zone.default('UTC').describe('a time zone such as Europe/Madrid'),
  locale: z.enum(['en', 'ko']).default('en').describe('en or ko'),
  role: z
    .enum(BUILT_IN_ROLES)
    .default('viewer')
    .describe(`one of ${BUILT_IN_ROLES.join(', ')}`),
  workspace: z.string().optional(),
  company: z.string().trim().min(1).max(80).optional().describe('a name of 1 to 80 characters'),
})

/** `user create`. */
export const userCommand: Command = {
  name: 'user create',
  about: 'makes an account and lets it into a workspace',
  help: `npm run admin -- user create --email ADDRESS --name NAME [--password WORDS] [--zone ZONE] [--locale en|ko]
                            [--workspace SLUG] [--role ROLE] | [--company NAME]

Makes an account and a member, without an invitation. Without --password one is made and printed.

  --workspace  The workspace to let them into (/w/SLUG); may be left out when there is only one.
  --role       owner, admin, manager, editor, agent, analyst or viewer. Default: viewer.
  --company    Instead: a new workspace of this name, which they own.`,
  async run(args, out) {
    const text = { type: 'string' } as const
    const { values } = readOptions(args, {
      email: text,
      name: text,
      password: text,
      zone: text,
      locale: text,
      role: text,
      workspace: text,
      company: text,
    })
    const parsed = shape.safeParse(values)
    if (!parsed.success) {
      const option = String(parsed.error.issues[0]?.path[0]) as keyof typeof shape.shape
      const wants = shape.shape[option].description
      throw new CommandError(`--${option} must be ${wants ?? 'given'}. Add --help to see how.`)
    }
    const secret = parsed.data.password ?? newSecret().slice(0, 16)
    await withCore(async ({ app }) => {
      const slug = await addUser(app, { ...parsed.data, password: secret })
      out(`${parsed.data.email} can sign in and is in /w/${slug}.`)
      if (!parsed.data.password) out(`Password: ${secret}`)
    })
  },
}
