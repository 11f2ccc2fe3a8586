import { practiceLikeVerb } from './like-practice.ts'
import { addPersona, practiceMessage, practicePost, practiceReply } from './play-practice.ts'
import { practiceCalm, practiceStorm } from './storm-practice.ts'

/** How members play the audience. */
export const practiceVerbs = {
  addPersona,
  practiceCalm,
  practiceLike: practiceLikeVerb,
  practiceMessage,
  practicePost,
  practiceReply,
  practiceStorm,
}
