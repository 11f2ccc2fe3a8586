import type { DraftStore } from './draft-store.ts'

/** A post that somebody wrote in: its state, and how to let go of it. */
export interface Keepable {
  /** Whose words they are. */
  userId: string
  store: DraftStore
  end(): void
}

/** What is told of a post that was kept, once. */
export interface KeptNews {
  /** The server cannot be reached: its words wait. */
  waiting(): void
  saved(): void
  /** Its words cannot be saved without a choice. */
  stuck(): void
}

const kept = new Map<string, { means: Keepable; forget(): void }>()

export const unsaved = ({ store }: Keepable): boolean => Object.keys(store.getState().local).length > 0

const ask = (event: BeforeUnloadEvent) => event.preventDefault()

function watchLeaving(): void {
  window.removeEventListener('beforeunload', ask)
  if (kept.size) window.addEventListener('beforeunload', ask)
}

/**
 * Keeps a post whose page was left before its words were saved: its saver goes on trying, the browser asks before the
 * tab is closed, and whoever opens the post again here finds the words.
 */
export function keepDraft(key: string, means: Keepable, news: KeptNews): void {
  releaseDraft(key)
  const told = new Set<'waiting' | 'stuck'>()
  const once = (what: 'waiting' | 'stuck') => {
    if (!told.has(what)) news[what]()
    told.add(what)
  }
  const forget = means.store.subscribe(({ save, local }) => {
    if (Object.keys(local).length === 0) {
      releaseDraft(key)
      means.end()
      news.saved()
    } else if (save === 'failed') once('stuck')
    else if (save === 'offline') once('waiting')
  })
  kept.set(key, { means, forget })
  watchLeaving()
}

/** What is kept of a post, if anything. */
export const keptDraft = (key: string): Keepable | undefined => kept.get(key)?.means

/** The post is open again: its page looks after it from here on. */
export function releaseDraft(key: string): void {
  kept.get(key)?.forget()
  kept.delete(key)
  watchLeaving()
}

/** Lets go of what everybody else wrote here: their words are not for who signed in now, nor to be saved in their name. */
export function endDraftsOfOthers(userId: string): void {
  for (const [key, { means }] of [...kept]) {
    if (means.userId === userId) continue
    releaseDraft(key)
    means.end()
  }
}
