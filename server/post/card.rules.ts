import { z } from 'zod'
import { DELIVERY_FACTS, STAGES } from './stage.rules.ts'

/** The send time of a variant that does not go with its post. */
export const ownTime = z.object({
  channelId: z.string(),
  sendLocal: z.string(),
  sendZone: z.string(),
  sendAt: z.number(),
  stage: z.enum(STAGES),
})
export type OwnTime = z.infer<typeof ownTime>

/** A post as the board draws it. The same shape travels in events, as a patch. */
export const card = z.object({
  id: z.string(),
  teamId: z.string(),
  campaignId: z.string().nullable(),
  title: z.string(),
  /** Ids. */
  labels: z.array(z.string()),
  assigneeId: z.string().nullable(),
  stage: z.enum(STAGES),
  /** The working stage of its team, which counts while it is a draft. */
  workingId: z.string().nullable(),
  /** Fractional index within its stage. */
  rank: z.string(),
  /** Local date and time `YYYY-MM-DDTHH:mm` in `sendZone`; `sendAt` is the instant, epoch ms. */
  sendLocal: z.string().nullable(),
  sendZone: z.string().nullable(),
  sendAt: z.number().nullable(),
  channelIds: z.array(z.string()),
  /** By when the work on it shall be done, epoch ms. */
  dueAt: z.number().nullable(),
  /** The series it began or is a copy of. */
  seriesId: z.string().nullable(),
  /** Ticked items and all items of its checklists. */
  checksDone: z.number(),
  checksTotal: z.number(),
  /** How many files and links are kept beside it. */
  attachments: z.number(),
  /** Variants with a send time of their own; null when all go with the post. */
  own: z.array(ownTime).nullable(),
  /** Asset of the first picture. */
  cover: z.string().nullable(),
  openThreads: z.number(),
  /** Approvals given and needed for the current versions; null when nothing is under review. */
  approval: z.object({ decided: z.number(), needed: z.number() }).nullable(),
  /** What is wrong with its sending, if anything. */
  trouble: z.enum(DELIVERY_FACTS).nullable(),
  /** Whether only HQ may change its send time; null: it did not come from HQ. */
  timeLocked: z.boolean().nullable(),
  updatedAt: z.number(),
})

export type Card = z.infer<typeof card>
export const cardPatch = card.partial().omit({ id: true })
export type CardPatch = z.infer<typeof cardPatch>
