import type { Entry } from './entry.rules.ts'

const PREFIX = 'hubbub:outbox:'

/** Whose changes wait, and in which workspace. */
export interface Owner {
  slug: string
  userId: string
  memberId: string
}

const keyOf = ({ userId, slug }: Owner) => `${PREFIX}${userId}:${slug}:`

/** The entries that this browser keeps for a person in a workspace, in order; null when it keeps nothing at all. */
export function keptEntries(owner: Owner): Entry[] | null {
  try {
    const prefix = keyOf(owner)
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
    return keys.sort().flatMap((key) => read(localStorage.getItem(key)))
  } catch {
    return null
  }
}

/** An entry as it was written; nothing when it is broken. */
function read(text: string | null): Entry[] {
  try {
    const entry: Partial<Entry> | null = JSON.parse(text ?? 'null')
    return entry?.id && entry.verb && Array.isArray(entry.about) ? [entry as Entry] : []
  } catch {
    return []
  }
}

/** Keeps what is other in `after`, each under a key of its own, so that two tabs never write over each other. */
export function keepEntries(owner: Owner, before: readonly Entry[], after: readonly Entry[]): void {
  const known = new Map(before.map((entry) => [entry.id, entry]))
  try {
    for (const entry of after) {
      if (known.get(entry.id) !== entry)
        localStorage.setItem(`${keyOf(owner)}${entry.id}`, JSON.stringify(entry))
      known.delete(entry.id)
    }
    for (const id of known.keys()) localStorage.removeItem(`${keyOf(owner)}${id}`)
  } catch {
    // A browser that keeps nothing, or no more: they wait as long as the tab stands.
  }
}

/** Called when another tab has kept or removed an entry of the owner. */
export function onKept(owner: Owner, hear: () => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(keyOf(owner))) hear()
  }
  window.addEventListener('storage', listen)
  return () => window.removeEventListener('storage', listen)
}

/** Forgets what everybody else has waiting in this browser: it is neither to be read nor to be sent by who uses it now. */
export function forgetEntriesOfOthers(userId: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${userId}:`)) localStorage.removeItem(key)
  } catch {
    // As above.
  }
}
