import type { PresenceState } from './presence-state.rules.ts'

/** What a component reports: the state without what is found out by itself. */
export type Report = Partial<Pick<PresenceState, 'page' | 'focus' | 'typing' | 'drag' | 'view' | 'asks'>>

/** One connection of a person, as the room gives it. */
export type Connection = {
  connection: number
  uid: string
  name: string
  state: PresenceState
  /** grows whenever the connection shows life; tells which of two tabs somebody is in */
  seq: number
}

/** A person who is here: their connections taken together, without the cursor. */
export type Person = {
  id: string
  name: string
  idle: boolean
  page: string | null
  focus: string | null
  typing: string | null
  drag: string | null
  /** asks everybody to follow: which time it is */
  asks: string | null
}

export const IDLE_AFTER_MS = 60_000
/** How long somebody stays on the screen after their connection ended without a goodbye. The gateway notices a silent
 * death within 8 s, so that this makes at most the 15 s that are promised. */
export const LINGER_MS = 7_000
/** The same when it is our own connection that was lost: the client says so after 5 s. */
export const OWN_LINGER_MS = 10_000
/** A presence sent within one throttle window of a join can be lost, so it is repeated after this. */
export const REPEAT_AFTER_MS = 300
/** Slower facts (focus, typing, drag) are sent together this long after the first. */
export const SETTLE_MS = 30

/** Messages a second that the whole room may cause: everybody's moves, each delivered to everybody else. */
const ROOM_BUDGET = 50_000
const FASTEST_HZ = 30
const SLOWEST_HZ = 1

/** Pause between two cursor positions in milliseconds, for a room of `people` connections (me included). */
export function samplePause(people: number): number {
  const hz = ROOM_BUDGET / Math.max(1, people) ** 2
  return Math.round(1000 / Math.min(FASTEST_HZ, Math.max(SLOWEST_HZ, hz)))
}

const later = (a: Connection, b: Connection) =>
  Number(a.state.idle) - Number(b.state.idle) || b.seq - a.seq || b.connection - a.connection

/** People from connections, one each (the liveliest tab wins), without `me`, in a stable order by name. */
export function peopleOf(connections: Iterable<Connection>, me: string | null): Person[] {
  const best = new Map<string, Connection>()
  for (const one of connections) {
    if (one.uid === me || one.state.gone) continue
    const other = best.get(one.uid)
    if (!other || later(one, other) < 0) best.set(one.uid, one)
  }
  const people = [...best.values()].map(({ uid, name, state }) => {
    const { idle, page, focus, typing, drag, asks } = state
    return { id: uid, name, idle, page, focus, typing: idle ? null : typing, drag: idle ? null : drag, asks }
  })
  return people.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
}

/** The same people as before where nothing changed, so that comparing by identity is enough. */
export function keepSame(before: readonly Person[], after: Person[]): readonly Person[] {
  const known = new Map(before.map((person) => [person.id, person]))
  const merged = after.map((person) => {
    const old = known.get(person.id)
    return old && samePerson(old, person) ? old : person
  })
  return sameList(before, merged) ? before : merged
}

function samePerson(a: Person, b: Person): boolean {
  return (Object.keys(a) as (keyof Person)[]).every((key) => a[key] === b[key])
}

export function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

/** People by what `key` says of them. */
export function groupBy(people: readonly Person[], key: 'focus' | 'typing' | 'page'): Map<string, Person[]> {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    const value = person[key]
    if (value === null) continue
    const group = groups.get(value)
    if (group) group.push(person)
    else groups.set(value, [person])
  }
  return groups
}
