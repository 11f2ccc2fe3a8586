import type { Capabilities, Connector, Io } from '../connector.ts'
import { LIMITS } from '../limits.rules.ts'
import { isNetworkProblem } from '../network-problem.ts'
import { auth } from './auth.ts'
import { blueskyIssues } from './bluesky.rules.ts'
import { ingestMessages } from './chat.ts'
import { ingest, mayChat } from './ingest.ts'
import { metrics, profile } from './metrics.ts'
import { publish, reconcile } from './publish.ts'
import { scopeOf } from './session.ts'
import { mintTid } from './tid.ts'

async function direct(io: Io): Promise<Capabilities['direct']> {
  if (!mayChat(scopeOf(await io.secrets.read()))) return { without: 'appPasswordScope' }
  try {
    await ingestMessages(undefined, io)
    return true
  } catch (error) {
    if (isNetworkProblem(error) && error.kind === 'authExpired') throw error
    return { without: 'serviceUnreachable' }
  }
}

/** Bluesky and any other server of the AT Protocol that carries its lexicons. */
export const bluesky: Connector = {
  network: 'bluesky',
  auth,
  capabilities: async (io) => ({
    limits: LIMITS.bluesky,
    threads: true,
    replies: true,
    direct: await direct(io),
    metrics: ['likes', 'comments', 'shares'],
  }),
  validate: blueskyIssues,
  prepare: (draft, { at, replyTo }) => ({
    network: 'bluesky',
    createdAt: at,
    draft,
    // A millisecond apart, so that a thread reads in order wherever it is sorted by time.
    parts: draft.parts.map((_, index) => ({ key: mintTid(at + index), createdAt: at + index })),
    replyTo: replyTo ?? null,
    repeatable: replyTo?.kind !== 'direct',
  }),
  publish,
  reconcile,
  ingest,
  metrics,
  profile,
}
