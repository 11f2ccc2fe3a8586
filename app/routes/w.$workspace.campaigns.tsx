import { useLoaderData } from '@remix-run/react'
import { campaignPhase } from '#server/campaign/campaign.rules.ts'
import { dayKey } from '#server/time/calendar.rules.ts'
import { CampaignsPage } from '../campaign/campaigns.tsx'
import { guarded } from '../guard.ts'

export const loader = guarded('campaign:read', async (ctx, { context: { services } }) => {
  const today = dayKey(ctx.now(), ctx.zone)
  const campaigns = await services.campaign.readCampaigns(ctx)
  return { campaigns: campaigns.map((one) => ({ ...one, phase: campaignPhase(one, today) })) }
})

export default function Campaigns() {
  return <CampaignsPage campaigns={useLoaderData<typeof loader>().campaigns} />
}
