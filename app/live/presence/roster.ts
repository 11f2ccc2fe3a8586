import {
  type Connection,
  groupBy,
  keepSame,
  LINGER_MS,
  type Person,
  peopleOf,
  sameList,
} from './presence.rules.ts'
import type { Point, PresenceState } from './presence-state.rules.ts'

const NOBODY: readonly Person[] = []

/** One person's pointer as the cursor layer needs it. */
export type Pointer = { connection: number; uid: string; name: string; point: Point | null }

type Incoming = { connection: number; uid: string; name: string; state: PresenceState }

/**
 * Who is here. Keeps what the room says, merges tabs into people, and wakes only those who look at what changed: a
 * board of thousands of cards asks for people per card. Cursors have their own listeners and never wake anybody else.
 */
export function createRoster() {
  const connections = new Map<number, Connection>()
  const leaving = new Map<number, ReturnType<typeof setTimeout>>()
  const listeners = new Map<string, Set<() => void>>()
  const pointerListeners = new Set<(pointer: Pointer) => void>()
  let me: string | null = null
  let seq = 0
  let views = new Map<string, readonly Person[]>()
  let overs = new Map<string, readonly Person[]>()

  function refresh() {
    refreshPeople()
    refreshOver()
  }

  /** What people point at changes with every move of a hand: it wakes only those who look at that. */
  function refreshOver() {
    const last = new Map<string, Connection>()
    for (const [connection, one] of connections)
      if (!leaving.has(connection) && (last.get(one.uid)?.seq ?? 0) < one.seq) last.set(one.uid, one)
    const before = overs
    const groups = new Map<string, Person[]>()
    for (const person of views.get('people') ?? NOBODY) {
      const over = last.get(person.id)?.state.over
      if (over && !person.idle) groups.set(`over ${over}`, [...(groups.get(`over ${over}`) ?? []), person])
    }
    overs = new Map()
    for (const [name, group] of groups) {
      const old = before.get(name)
      overs.set(name, old && sameList(old, group) ? old : group)
    }
    wake(before, overs)
  }

  /** Tells those who look at a view that is other than before. */
  function wake(before: typeof views, after: typeof views) {
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(name) === after.get(name)) continue
      for (const listener of listeners.get(name) ?? []) listener()
    }
  }

  function refreshPeople() {
    const before = views
    const people = keepSame(before.get('people') ?? NOBODY, peopleOf(connections.values(), me))
    if (people === before.get('people')) return
    views = new Map([['people', people]])
    for (const key of ['focus', 'typing', 'page'] as const) {
      for (const [value, group] of groupBy(people, key)) {
        const name = `${key} ${value}`
        const old = before.get(name)
        views.set(name, old && sameList(old, group) ? old : group)
      }
    }
    wake(before, views)
  }

  function point(one: Connection, to: Point | null) {
    const { connection, uid, name } = one
    for (const listener of pointerListeners) listener({ connection, uid, name, point: to })
  }

  function drop(connection: number) {
    clearTimeout(leaving.get(connection))
    leaving.delete(connection)
    const one = connections.get(connection)
    if (one) point(one, null)
    connections.delete(connection)
  }

  return {
    setMe(uid: string | null) {
      me = uid
      refresh()
    },
    /** Somebody came, or said something about themselves. */
    update(incoming: Incoming) {
      const old = connections.get(incoming.connection)
      const { connection, uid, state } = incoming
      const one: Connection = { ...incoming, seq: ++seq }
      clearTimeout(leaving.get(connection))
      leaving.delete(connection)
      // Back under a new number: the old one need not be waited for.
      for (const gone of leaving.keys()) if (connections.get(gone)?.uid === uid) drop(gone)
      connections.set(connection, one)
      const to = state.gone || state.idle ? null : state.cursor
      if (uid !== me && (to || old?.state.cursor)) point(one, to)
      if (old?.state.view !== state.view)
        for (const listener of listeners.get(`look ${uid}`) ?? []) listener()
      if (!old || old.name !== one.name || slowChange(old.state, state)) refresh()
      else if (old.state.over !== state.over) refreshOver()
    },
    /** A connection ended: whoever did not say goodbye stays for `linger` ms, in case they come back. */
    leave(connection: number, linger = LINGER_MS) {
      const one = connections.get(connection)
      if (!one || leaving.has(connection)) return
      point(one, null)
      const elsewhere = [...connections.values()].some(
        (other) => other.uid === one.uid && other !== one && !leaving.has(other.connection),
      )
      if (one.state.gone || elsewhere || linger === 0) drop(connection)
      else {
        const end = () => {
          drop(connection)
          refresh()
        }
        leaving.set(connection, setTimeout(end, linger))
      }
      refresh()
    },
    /** Our own connection was lost, or the room was left. */
    leaveAll(linger: number) {
      for (const connection of [...connections.keys()]) this.leave(connection, linger)
    },
    /** `people`, or `focus <id>`, `typing <id>`, `page <id>`, `over <id>`. Stable until it changes. */
    view: (name: string): readonly Person[] => views.get(name) ?? overs.get(name) ?? NOBODY,
    /** What somebody looks at, in the tab they used last. Listen to `look <uid>`. */
    look(uid: string): string | null {
      let best: Connection | undefined
      for (const one of connections.values())
        if (one.uid === uid && one.state.view && !one.state.gone && one.seq > (best?.seq ?? 0)) best = one
      return best?.state.view ?? null
    },
    subscribe(name: string, listener: () => void) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0 && listeners.get(name) === set) listeners.delete(name)
      }
    },
    onPointer(listener: (pointer: Pointer) => void) {
      pointerListeners.add(listener)
      for (const one of connections.values()) {
        if (
          one.uid !== me &&
          one.state.cursor &&
          !one.state.idle &&
          !one.state.gone &&
          !leaving.has(one.connection)
        ) {
          const { connection, uid, name, state } = one
          listener({ connection, uid, name, point: state.cursor })
        }
      }
      return () => {
        pointerListeners.delete(listener)
      }
    },
    size: () => connections.size,
  }
}

export type Roster = ReturnType<typeof createRoster>

function slowChange(a: PresenceState, b: PresenceState): boolean {
  return (['page', 'focus', 'typing', 'drag', 'asks', 'idle', 'gone'] as const).some(
    (key) => a[key] !== b[key],
  )
}
