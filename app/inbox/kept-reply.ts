const PREFIX = 'hubbub:reply:'
const keyOf = (userId: string, conversationId: string) => `${PREFIX}${userId}:${conversationId}`

/** The reply that a person has begun in a conversation and not sent, kept in this browser; empty when there is none. */
export function keptReply(userId: string, conversationId: string): string {
  try {
    return localStorage.getItem(keyOf(userId, conversationId)) ?? ''
  } catch {
    // A browser that keeps nothing: the words are on the page alone.
    return ''
  }
}

/** Keeps what somebody writes, or forgets it when nothing is left of it. */
export function keepReply(userId: string, conversationId: string, text: string): void {
  try {
    if (text) localStorage.setItem(keyOf(userId, conversationId), text)
    else localStorage.removeItem(keyOf(userId, conversationId))
  } catch {
    // As above.
  }
}

/** Forgets what everybody else began in this browser: whoever uses it now must not come to read it. */
export function forgetRepliesOfOthers(userId: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${userId}:`)) localStorage.removeItem(key)
  } catch {
    // As above.
  }
}
