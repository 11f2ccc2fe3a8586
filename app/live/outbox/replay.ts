import { type ActProblem, act, isActProblem } from '../act.ts'
import { settled, standsOf } from './conflict.rules.ts'
import { type Entry, nextToSend } from './entry.rules.ts'
import { followUp } from './follow-up.ts'
import { outbox, readAgain, settle } from './outbox-store.ts'

/** An answer takes at most this long, ms. */
const PATIENCE = 15_000
/** So often an act may meet a fault of the server before it counts as refused. */
const MOST_FAULTS = 4

/** The server asks whether it is meant. */
const QUESTIONS = new Set(['stage.full', 'post.timePast', 'post.timeSoon'])

const faults = new Map<string, number>()

/** Whether the server answers at all. */
const reachable = () =>
  navigator.onLine
    ? fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).then(
        (answer) => answer.ok,
        () => false,
      )
    : Promise.resolve(false)

/** How a round of sending ended: with nothing left to send, with the server not there, or waiting for its own person. */
export type RoundEnd = 'done' | 'later' | 'notMine'

/** Sends what waits, in order, one after the other. */
export async function drain(): Promise<RoundEnd> {
  if (!(await reachable())) return 'later'
  for (;;) {
    readAgain()
    const entry = nextToSend(outbox.getState().entries)
    if (!entry) return 'done'
    const end = await sendOne(entry)
    if (end) return end
  }
}

/** Sends one; what it gives ends the round. */
async function sendOne(entry: Entry): Promise<RoundEnd | undefined> {
  const { owner } = outbox.getState()
  const member = owner?.memberId
  const sent = { ...entry, tried: true }
  if (!entry.tried) settle(entry.id, sent)
  try {
    const answer = await act(entry.verb, entry.input, { key: entry.id, patience: PATIENCE, member })
    const told = await followUp(entry, answer, { patience: PATIENCE, member })
    settle(entry.id, told ? { ...sent, state: 'refused', told } : null)
    return undefined
  } catch (error) {
    if (!isActProblem(error)) throw error
    return answered(sent, error)
  }
}

/** What is made of a refusal; what it gives ends the round. */
function answered(
  entry: Entry,
  problem: Pick<ActProblem, 'code' | 'field' | 'message' | 'params'>,
): RoundEnd | undefined {
  const { code, message, params = {} } = problem
  // Another person in this browser, or nobody: it waits for its own.
  if (code === 'request.otherPerson' || code === 'request.signedOut') return 'notMine'
  const fault = code === 'request.failed' && (faults.get(entry.id) ?? 0) < MOST_FAULTS
  if (code === 'request.unreachable' || code === 'request.tooMany' || fault) {
    if (fault) faults.set(entry.id, (faults.get(entry.id) ?? 0) + 1)
    return 'later'
  }
  const now = standsOf(params)
  const next = now && settled(entry, now)
  if (next) settle(entry.id, next)
  else {
    const state = now ? 'conflict' : QUESTIONS.has(code) ? 'question' : 'refused'
    // The post itself is not there for us any more: said with its name, as nobody looks at it now.
    const gone = code === 'request.notFound' && !problem.field && entry.verb.startsWith('post.')
    const told = gone
      ? { code: 'outbox.gone', message: '', params: { title: entry.title } }
      : { code, message, params }
    settle(entry.id, { ...entry, state, told })
  }
  return undefined
}
