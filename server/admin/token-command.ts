import { may, PERMISSIONS } from '../member/permission.rules.ts'
import { asProblem } from '../platform/problem.ts'
import { createToken } from '../token/create-token.ts'
import { type Command, CommandError } from './command.ts'
import { findMember } from './find-member.ts'
import { readOptions } from './read-options.ts'
import { withCore } from './with-core.ts'

/** `token create`. */
export const tokenCommand: Command = {
  name: 'token create',
  about: 'makes a bearer token for the API and prints it',
  help: `npm run admin -- token create --email ADDRESS [--workspace SLUG] [--name WORDS] [--scopes LIST]

Makes a token that acts as this member, within its scopes, and prints it once.

  --email      The member's e-mail address. They must be allowed to make tokens.
  --workspace  The last part of its address (/w/SLUG); may be left out when there is only one.
  --name       What it is for. Default: command line.
  --scopes     Permissions separated by commas, such as post:read,post:write. Default: everything the member may read.`,
  async run(args, out) {
    const { values } = readOptions(args, {
      email: { type: 'string' },
      workspace: { type: 'string' },
      name: { type: 'string', default: 'command line' },
      scopes: { type: 'string' },
    })
    const { email: address } = values
    if (!address) throw new CommandError('Say whose token it is: --email ADDRESS.')
    await withCore(async ({ app }) => {
      const ctx = await findMember(app, values.workspace, address.trim().toLowerCase())
      const scopes =
        values.scopes?.split(',').map((scope) => scope.trim()) ??
        PERMISSIONS.filter((one) => one.endsWith(':read') && may(ctx.grants, one))
      const input = createToken.input.safeParse({ name: values.name, scopes })
      if (!input.success) {
        const unknown = scopes.filter((one) => !(PERMISSIONS as string[]).includes(one))
        throw new CommandError(
          unknown.length
            ? `There is no permission ${unknown.join(', ')}. There are: ${PERMISSIONS.join(', ')}.`
            : 'The name needs 1 to 80 characters, and there must be a scope.',
        )
      }
      const { secret } = await createToken(ctx, input.data).catch((error: unknown) => {
        const problem = asProblem(error)
        if (problem?.code === 'request.forbidden')
          throw new CommandError(`${address} may not make tokens; only owners and admins may.`)
        if (problem?.code === 'role.beyondOwn')
          throw new CommandError(`${address} does not hold all of these scopes, so no token can.`)
        throw error
      })
      out(secret)
    })
  },
}
