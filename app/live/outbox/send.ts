import { v7 as newId } from 'uuid'
import type { Acts } from '#server/verbs.ts'
import { connectionNow } from '../../shell/connection.ts'
import { type ActProblem, act, isActProblem } from '../act.ts'
import { inOrder } from '../in-order.ts'
import { nextToSend, type Waitable, type Wanted } from './entry.rules.ts'
import { withOneMore } from './merge.rules.ts'
import { outbox, setEntries } from './outbox-store.ts'
import { wake } from './wake.ts'

/** How long an answer may take before the server counts as gone, ms. */
const PATIENCE = 10_000

/** Whether an act waits in the outbox: it is neither done nor refused, and needs no words. */
export const isQueued = (error: unknown): boolean => isActProblem(error) && error.code === 'outbox.queued'

/**
 * Performs an act now, or keeps it until the server can be reached: then it throws what `isQueued` knows, and the
 * outbox shows it, sends it and says what became of it. What is done to one post is done in order.
 */
export function send<N extends Waitable>(wanted: Wanted<N>): Promise<Acts[N]['output']> {
  return inOrder(wanted.about, () => sendNow(wanted))
}

async function sendNow<N extends Waitable>(asked: Wanted<N>): Promise<Acts[N]['output']> {
  // One of them, whichever: the compiler cannot follow that far.
  const wanted = asked as unknown as Wanted
  const { owner } = outbox.getState()
  const key = newId()
  if (owner && mustWait(wanted)) throw queue(wanted, key, false)
  try {
    return await act(asked.verb as N, asked.input as Acts[N]['input'], {
      key,
      patience: PATIENCE,
      member: owner?.memberId,
    })
  } catch (error) {
    if (!owner || !isActProblem(error) || error.code !== 'request.unreachable') throw error
    throw queue(wanted, key, true)
  }
}

/** Behind what waits already, and not before the server is there. */
function mustWait({ about }: Wanted): boolean {
  const { entries } = outbox.getState()
  return (
    connectionNow() !== 'live' ||
    nextToSend(entries) !== undefined ||
    entries.some((entry) => entry.state !== 'refused' && entry.about.some((id) => about.includes(id)))
  )
}

/** Puts it at the end of what waits. Gives what to throw. */
function queue(wanted: Wanted, id: string, tried: boolean): ActProblem & Error {
  const next = withOneMore(outbox.getState().entries, { ...wanted, id, tried, state: 'waiting' })
  if (next) {
    setEntries(next)
    wake()
  }
  const code = next ? 'outbox.queued' : 'outbox.full'
  return Object.assign(new Error(''), { name: 'ActProblem' as const, code, requestId: '' })
}
