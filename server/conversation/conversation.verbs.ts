import { correctSentiment } from '../sentiment/correct-sentiment.ts'
import { assignConversation } from './assign-conversation.ts'
import { claimConversation, releaseConversation } from './claim-conversation.ts'
import { replyConversation } from './reply-conversation.ts'
import { seeConversation } from './see-conversation.ts'
import { setConversationState } from './set-state.ts'
import { settleReply } from './settle-reply.ts'

/** What members do in the inbox. */
export const conversationVerbs = {
  assignConversation,
  claimConversation,
  correctSentiment,
  releaseConversation,
  replyConversation,
  seeConversation,
  setConversationState,
  settleReply,
}
