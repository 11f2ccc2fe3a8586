import { z } from 'zod'
import { event } from '../event/declare.ts'

/** A campaign as lists and chips draw it. */
export const campaignFace = z.object({
  id: z.string(),
  teamId: z.string(),
  name: z.string(),
  hue: z.number(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
})

export const campaignEvents = {
  'campaign.created': event(z.object({ campaign: campaignFace })),
  'campaign.changed': event(z.object({ campaign: campaignFace })),
  'campaign.briefEdited': event(z.object({ id: z.string(), name: z.string(), revision: z.number() })),
  'campaign.archived': event(z.object({ id: z.string(), name: z.string() })),
}
