import { act, isActProblem } from '../live/act.ts'
import { newKey } from './new-key.ts'
import type { Pending, PracticeStore } from './practice-store.ts'
import { take } from './practice-store.ts'

export interface Saying {
  kind: Pending['kind']
  personaId: string
  text: string
  /** The entry that is answered. */
  entry?: { id: string; threadId: string }
}

/** What one does on a practice page: shown at once, returned with its reason when it is refused. */
export interface Play {
  say(saying: Saying): void
  again(pending: Pending): void
  discard(key: string): void
  /** Likes or takes it back. Gives the reason when it was refused. */
  like(entryId: string, personaId: string, liked: boolean): Promise<string | null>
}

/**
 * @param pull asks for what has changed, so that my own words do not wait for their event
 * @param unreachable the sentence for a server that did not answer
 */
export function createPlay(
  store: PracticeStore,
  channelId: string,
  pull: () => Promise<void>,
  unreachable: string,
): Play {
  const set = (key: string, failed: string | null) =>
    store.setState(({ pending }) => ({
      pending: pending.map((one) => (one.key === key ? { ...one, failed } : one)),
    }))
  const reason = (error: unknown) => (isActProblem(error) && error.message) || unreachable

  async function send(one: Pending): Promise<void> {
    const { key, personaId, text, entryId } = one
    const said = { channelId, personaId, text, key }
    try {
      if (one.kind === 'reply') await act('practice.reply', { ...said, entryId: entryId ?? '' })
      else await act(one.kind === 'direct' ? 'practice.message' : 'practice.post', said)
      pull().catch(() => undefined)
    } catch (error) {
      set(key, reason(error))
    }
  }

  return {
    say({ kind, personaId, text, entry }) {
      const key = newKey()
      const threadId = kind === 'direct' ? personaId : (entry?.threadId ?? null)
      const one: Pending = { key, kind, personaId, text, entryId: entry?.id ?? null, threadId, failed: null }
      store.setState(({ pending }) => ({ pending: [...pending, one] }))
      void send(one)
    },
    again(one) {
      set(one.key, null)
      void send(one)
    },
    discard: (key) =>
      store.setState(({ pending }) => ({ pending: pending.filter((one) => one.key !== key) })),
    async like(entryId, personaId, liked) {
      const entry = store.getState().entries.get(entryId)
      if (!entry || entry.likedBy.includes(personaId) === liked) return null
      const likedBy = liked
        ? [...entry.likedBy, personaId]
        : entry.likedBy.filter((other) => other !== personaId)
      const guess = { ...entry, likedBy, likes: entry.likes + (liked ? 1 : -1) }
      take(store, [guess])
      try {
        const { likes } = await act('practice.like', { channelId, entryId, personaId, liked })
        const now = store.getState().entries.get(entryId)
        if (now) take(store, [{ ...now, likes }])
        return null
      } catch (error) {
        if (store.getState().entries.get(entryId) === guess) take(store, [entry])
        return reason(error)
      }
    },
  }
}
