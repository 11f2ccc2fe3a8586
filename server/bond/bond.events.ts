import { z } from 'zod'
import { event } from '../event/declare.ts'
import { bondField } from './bond.rules.ts'
import { KEPT_REASONS } from './names.rules.ts'

const fields = z.array(bondField)
const about = { id: z.string(), title: z.string(), fields }

export const bondEvents = {
  /** A campaign came to a region, with so many posts that were not there before. */
  'campaign.published': event(
    z.object({ id: z.string(), name: z.string(), teamId: z.string(), team: z.string(), posts: z.number() }),
  ),
  /** The same two, told to HQ's publishers in one: what these regions (names) have of a campaign has changed. */
  'campaign.regionsChanged': event(z.object({ id: z.string(), name: z.string(), teams: z.string() })),
  /**
   * HQ locked these fields of a campaign's posts in a region; the others are free. `team`: its name. `childIds`: the
   * region's posts it holds for, wherever the region has put them since; logs from before have none.
   */
  'campaign.locked': event(
    z.object({
      ...{ id: z.string(), name: z.string(), teamId: z.string(), team: z.string(), fields },
      childIds: z.array(z.string()).optional(),
    }),
  ),
  /** HQ changed fields of the post that this one came from; they wait for the region's answer (none: no longer). */
  'bond.changed': event(z.object({ ...about, /** Those of them that are news. */ fresh: fields })),
  /** HQ's locked time could not come to this post of a region; told to the region. */
  'bond.timeKept': event(z.object({ id: z.string(), title: z.string(), why: z.enum(KEPT_REASONS) })),
  /** The same, told to who gave HQ's post (`id`) that time: where. `teams` are names. */
  'bond.timeKeptThere': event(
    z.object({ id: z.string(), title: z.string(), teams: z.string(), why: z.enum(KEPT_REASONS) }),
  ),
  /** The region took HQ's change into its post, or declined it. */
  'bond.taken': event(z.object(about)),
  'bond.declined': event(z.object(about)),
}
