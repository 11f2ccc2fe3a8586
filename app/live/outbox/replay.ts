import { act, isActProblem } from '../act.ts'
import { settled, standsOf } from './conflict.rules.ts'
import { type Entry, nextToSend } from './entry.rules.ts'
import { followUp } from './follow-up.ts'
import { outbox, readAgain, settle } from './outbox-store.ts'

/** Pauses between attempts while the server cannot be reached, ms; the last one repeats. */
const PAUSES = [1000, 2000, 5000] as const
/** An answer takes at most this long, ms. */
const PATIENCE = 15_000
/** So often an act may meet a fault of the server before it counts as refused. */
const MOST_FAULTS = 4

/** The server asks whether it is meant. */
const QUESTIONS = new Set(['stage.full', 'post.timePast', 'post.timeSoon'])

let running = false
let again = false
let timer: ReturnType<typeof setTimeout> | undefined
let misses = 0
const faults = new Map<string, number>()

/** Sends what waits, in order, one after the other, unless that is under way in this tab or another one. */
export function wake(): void {
  clearTimeout(timer)
  if (running) {
    again = true
    return
  }
  const { owner, entries } = outbox.getState()
  if (!owner || !nextToSend(entries)) return
  running = true
  again = false
  const name = `hubbub outbox ${owner.userId} ${owner.slug}`
  // Only one tab sends. Where there are no locks (no HTTPS), the keys see to it that nothing is done twice.
  const work = navigator.locks ? navigator.locks.request(name, drain) : drain()
  void work.then(rest, rest)
}

/** After a round: once more when something came meanwhile, later when the server was not there. */
function rest(): void {
  running = false
  if (again) wake()
  else if (misses > 0) timer = setTimeout(wake, PAUSES[Math.min(misses, PAUSES.length) - 1])
}

/** Whether the server answers at all. */
const reachable = () =>
  navigator.onLine
    ? fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).then(
        (answer) => answer.ok,
        () => false,
      )
    : Promise.resolve(false)

async function drain(): Promise<void> {
  if (!(await reachable())) {
    misses++
    return
  }
  for (;;) {
    readAgain()
    const entry = nextToSend(outbox.getState().entries)
    if (!entry) break
    if (!(await sendOne(entry))) return
  }
  misses = 0
}

/** Sends one; false when sending is over for now. */
async function sendOne(entry: Entry): Promise<boolean> {
  const { owner } = outbox.getState()
  const member = owner?.memberId
  const sent = { ...entry, tried: true }
  if (!entry.tried) settle(entry.id, sent)
  try {
    const answer = await act(entry.verb, entry.input, { key: entry.id, patience: PATIENCE, member })
    const told = await followUp(entry, answer, { patience: PATIENCE, member })
    misses = 0
    settle(entry.id, told ? { ...sent, state: 'refused', told } : null)
    return true
  } catch (error) {
    if (!isActProblem(error)) throw error
    return answered(sent, error)
  }
}

/** What is made of a refusal; false when sending is over for now. */
function answered(
  entry: Entry,
  problem: { code: string; message: string; params?: Record<string, string | number> | undefined },
): boolean {
  const { code, message, params = {} } = problem
  // Another person in this browser, or nobody: it waits for its own.
  if (code === 'request.otherPerson' || code === 'request.signedOut') return false
  const fault = code === 'request.failed' && (faults.get(entry.id) ?? 0) < MOST_FAULTS
  if (code === 'request.unreachable' || code === 'request.tooMany' || fault) {
    if (fault) faults.set(entry.id, (faults.get(entry.id) ?? 0) + 1)
    misses++
    return false
  }
  const now = standsOf(params)
  const next = now && settled(entry, now)
  if (next) settle(entry.id, next)
  else {
    const state = now ? 'conflict' : QUESTIONS.has(code) ? 'question' : 'refused'
    settle(entry.id, { ...entry, state, told: { code, message, params } })
  }
  return true
}
