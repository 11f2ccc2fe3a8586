import type { Auth, AuthInput, Profile } from '../connector.ts'
import { NetworkProblem } from '../network-problem.ts'
import { asNetworkProblem } from './problem.ts'
import { memberOf, strangerAt } from './session.ts'

const DEFAULT_SERVICE = 'https://bsky.social'

// People type "example.com" and paste whole addresses; a session lives at an origin.
function serviceOf(input: AuthInput): string {
  const typed = input.service?.trim() || DEFAULT_SERVICE
  const address = typed.includes('://') ? typed : `https://${typed}`
  if (!/^https?:/i.test(address) || !URL.canParse(address))
    throw new NetworkProblem('rejected', 'the server address is not an address')
  return new URL(address).origin
}

// bsky.social is only the door: the account's own server is in its identity document.
function ownServer(document: unknown, service: string): string {
  const services = (document as { service?: { id?: unknown; serviceEndpoint?: unknown }[] } | undefined)
    ?.service
  const found = services?.find?.((entry) => String(entry.id).endsWith('#atproto_pds'))?.serviceEndpoint
  return typeof found === 'string' && URL.canParse(found) ? new URL(found).origin : service
}

/** Signing in with a handle and an app password, at any server of the network. */
export const auth: Auth = {
  fields: [
    { name: 'handle', type: 'text', required: true, example: 'name.bsky.social' },
    { name: 'app_password', type: 'password', required: true, example: 'xxxx-xxxx-xxxx-xxxx' },
    { name: 'service', type: 'url', required: false, initial: DEFAULT_SERVICE },
  ],
  async complete(input, _pending, io) {
    try {
      const service = serviceOf(input)
      const identifier = (input.handle ?? '').trim().replace(/^@/, '')
      const password = input.app_password ?? ''
      const agent = await strangerAt(service, io)
      const { data } = await agent.com.atproto.server.createSession({ identifier, password })
      const account = {
        remoteId: data.did,
        handle: data.handle,
        options: { service, pds: ownServer(data.didDoc, service) },
      }
      const secret = {
        identifier: data.did,
        password,
        accessJwt: data.accessJwt,
        refreshJwt: data.refreshJwt,
      }
      const profile: Profile = {
        remoteId: data.did,
        handle: data.handle,
        name: data.handle,
        avatarUrl: null,
        url: `https://bsky.app/profile/${data.did}`,
        followers: null,
        posts: null,
      }
      return { account, secret, profile }
    } catch (error) {
      throw asNetworkProblem(error, false, io.now())
    }
  },
  async refresh(io) {
    try {
      await (await memberOf(io)).com.atproto.server.getSession()
    } catch (error) {
      throw asNetworkProblem(error, false, io.now())
    }
  },
  async revoke(io) {
    const { refreshJwt } = await io.secrets.read()
    const agent = await strangerAt(io.account.options.service ?? DEFAULT_SERVICE, io, refreshJwt)
    await agent.com.atproto.server.deleteSession().catch(() => {})
  },
}
