import { mine, standsOf, yieldTo } from './conflict.rules.ts'
import { type Entry, isOf, without } from './entry.rules.ts'
import { outbox, setEntries } from './outbox-store.ts'
import { wake } from './wake.ts'

/** Lets go of a change: what its card shows is again what everybody else sees. */
export function drop({ id }: Entry): void {
  setEntries(without(outbox.getState().entries, id))
  wake()
}

const put = (id: string, next: Entry): void => {
  setEntries(outbox.getState().entries.map((entry) => (entry.id === id ? next : entry)))
  wake()
}

/** Ends a conflict: mine is sent on top of what stands, or what stands stays. */
export function choose(entry: Entry, which: 'mine' | 'theirs'): void {
  const now = standsOf(entry.told?.params) ?? {}
  if (which === 'theirs') {
    setEntries(yieldTo(outbox.getState().entries, entry, now))
    wake()
    return
  }
  const next = mine(entry, now)
  if (next) put(entry.id, next)
  else drop(entry)
}

/** Answers the server's question with yes. */
export function confirm(entry: Entry): void {
  const again = { ...entry, state: 'waiting' as const, tried: false, told: undefined }
  if (isOf(entry, 'post.move'))
    put(entry.id, { ...again, verb: 'post.move', input: { ...entry.input, confirmed: true } })
  else if (isOf(entry, 'post.create'))
    put(entry.id, { ...again, verb: 'post.create', input: { ...entry.input, confirmed: true } })
  else if (isOf(entry, 'post.reschedule'))
    put(entry.id, { ...again, verb: 'post.reschedule', input: { ...entry.input, confirmed: true } })
  else if (isOf(entry, 'post.schedule'))
    put(entry.id, { ...again, verb: 'post.schedule', input: { ...entry.input, confirmed: true } })
  else if (isOf(entry, 'variant.reschedule'))
    put(entry.id, { ...again, verb: 'variant.reschedule', input: { ...entry.input, confirmed: true } })
  else if (isOf(entry, 'variant.swap'))
    put(entry.id, { ...again, verb: 'variant.swap', input: { ...entry.input, confirmed: true } })
  else drop(entry)
}
