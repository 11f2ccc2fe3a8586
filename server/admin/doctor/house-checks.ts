import { connect } from 'node:net'
import { createOutbound } from '../../platform/outbound.ts'
import { findBun, findLiveblocks } from '../../platform/presence/find-server.ts'
import { type Check, type Finding, fail, ok, warn } from './check.ts'

export const settings: Check = {
  name: 'settings',
  async run(of) {
    const findings: Finding[] = [ok(`Node ${process.versions.node}, data in ${of.dataDir}, port ${of.port}`)]
    if (!of.baseUrl)
      findings.push(warn('BASE_URL is not set: links in mails use the address an owner or admin last used.'))
    if (!of.smtpUrl)
      findings.push(warn('SMTP_URL is not set: invitations and notifications go out by no e-mail.'))
    if (of.databaseUrl && of.role !== 'all' && !of.redisUrl)
      findings.push(warn('REDIS_URL is not set: several processes do not share limits and live events.'))
    return findings
  },
}

export const presence: Check = {
  name: 'presence',
  async run(of) {
    if (!of.presence) return warn('switched off (PRESENCE=off)')
    if (of.liveblocksKey) return ok('Liveblocks cloud')
    try {
      findLiveblocks()
      await findBun()
      return ok('the embedded server can be started')
    } catch (error) {
      return fail(`${error instanceof Error ? error.message : error}. Run npm ci again.`)
    }
  },
}

/** Whether anything listens there, within five seconds. */
function reach(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5_000 })
    const end = (why: string | null) => {
      socket.destroy()
      resolve(why)
    }
    socket.once('connect', () => end(null))
    socket.once('timeout', () => end('no answer within 5 seconds'))
    socket.once('error', (error) => end(error.message))
  })
}

export const services: Check = {
  name: 'services',
  async run({ smtpUrl, redisUrl }) {
    const findings: Finding[] = []
    for (const [name, url, usual] of [
      ['SMTP_URL', smtpUrl, 587],
      ['REDIS_URL', redisUrl, 6379],
    ] as const) {
      if (!url) continue
      const { hostname, port } = new URL(url)
      const why = await reach(hostname, Number(port) || usual)
      findings.push(
        why ? fail(`${name}: ${hostname} cannot be reached (${why}).`) : ok(`${name}: ${hostname} answers`),
      )
    }
    return findings.length ? findings : ok('none set')
  },
}

/** Asks the addresses that connected channels use, through the guard that also the server uses. */
export const outbound: Check = {
  name: 'outbound',
  async run(of, look) {
    const rows = await look.rows(
      "SELECT network, facts FROM channel WHERE status = 'connected' AND removed_at IS NULL",
    )
    const addresses = new Set<string>()
    for (const { facts } of rows === 'missing' ? [] : rows) {
      const known = (typeof facts === 'string' ? JSON.parse(facts) : facts) as {
        options?: Record<string, string>
      }
      for (const value of Object.values(known?.options ?? {}))
        if (URL.canParse(value) && /^https?:/.test(value)) addresses.add(new URL(value).origin)
    }
    if (!addresses.size) return ok('no channel needs a network outside')
    const way = createOutbound({ allow: of.outboundAllow })
    const findings = await Promise.all(
      [...addresses].map(async (address) => {
        try {
          await way.fetch(address, { method: 'GET', signal: AbortSignal.timeout(8_000) })
          return ok(`${address} answers`)
        } catch (error) {
          const why = error instanceof Error ? error.message : String(error)
          return fail(
            `${address} cannot be reached (${why}). Is it up, and does OUTBOUND_ALLOW name it if it is inside?`,
          )
        }
      }),
    )
    await way.close()
    return findings
  },
}
