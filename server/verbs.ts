import type { z } from 'zod'
import { archiveCampaign, changeCampaign } from './campaign/change-campaign.ts'
import { createCampaign } from './campaign/create-campaign.ts'
import { changeChannel } from './channel/change-channel.ts'
import { connectChannel, reconnectChannel } from './channel/connect-channel.ts'
import { disconnectChannel } from './channel/disconnect-channel.ts'
import type { Verb } from './core/verb.ts'
import { practiceVerbs } from './network/practice/practice.verbs.ts'
import { archivePost, restorePost } from './post/archive-post.ts'
import { changePost } from './post/change-post.ts'
import { createPost } from './post/create-post.ts'
import { movePost } from './post/move-post.ts'
import { reschedulePost } from './post/reschedule-post.ts'

/** Every act on the product. The browser call, the guard test, the isolation test and the API are derived from it. */
const verbs = {
  ...practiceVerbs,
  changeChannel,
  connectChannel,
  createPost,
  disconnectChannel,
  reconnectChannel,
  archiveCampaign,
  archivePost,
  changeCampaign,
  changePost,
  createCampaign,
  movePost,
  reschedulePost,
  restorePost,
}

export const VERBS = Object.values(verbs) as unknown as Verb[]
export const verbsByName = new Map(VERBS.map((verb) => [verb.verb, verb]))

type All = (typeof verbs)[keyof typeof verbs]

/** By name, what each verb takes and answers; the browser's `act` is typed by it. */
export type Acts = {
  [V in All as V['verb']]: V extends Verb<infer S, infer O> ? { input: z.input<S>; output: O } : never
}
