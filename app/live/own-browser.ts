import { useEffect } from 'react'
import { endDraftsOfOthers } from '../draft/kept-drafts.ts'
import { forgetRepliesOfOthers } from '../inbox/kept-reply.ts'
import { forgetEntriesOfOthers } from './outbox/kept-entries.ts'

/**
 * What somebody else began in this browser and did not send or save goes when another person signs in: it is not theirs
 * to read, and must not be saved in their name.
 */
export function useOwnBrowser(userId: string): void {
  useEffect(() => {
    forgetRepliesOfOthers(userId)
    endDraftsOfOthers(userId)
    forgetEntriesOfOthers(userId)
  }, [userId])
}
