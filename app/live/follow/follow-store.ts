import { createStore, type StoreApi } from 'zustand/vanilla'

interface Follow {
  /** Whose view mine follows: a member's id. */
  uid: string | null
  /** I ask everybody to follow me: which time it is. */
  asks: string | null
  /** Invitations that were answered. */
  answered: ReadonlySet<string>
}

/** Whom I follow, on whichever page; it outlives the pages, for following leads through them. */
export const followStore: StoreApi<Follow> = createStore(() => ({
  uid: null,
  asks: null,
  answered: new Set(),
}))

export const stopFollowing = (): void => followStore.setState({ uid: null })

/** Follows somebody, or nobody more when it is them already. Who follows does not lead. */
export const toggleFollow = (uid: string): void =>
  followStore.setState((now) => ({ uid: now.uid === uid ? null : uid, asks: null }))

/** Asks everybody to follow, or no more. */
export const toggleAsk = (): void =>
  followStore.setState((now) => ({ asks: now.asks === null ? `${Date.now()}` : null, uid: null }))

export function answerInvitation(key: string, uid: string | null): void {
  followStore.setState((now) => ({
    answered: new Set([...now.answered, key]),
    ...(uid && { uid, asks: null }),
  }))
}
