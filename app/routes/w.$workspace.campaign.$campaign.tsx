import { useLoaderData } from '@remix-run/react'
import { CampaignPage } from '../campaign/campaign-page.tsx'
import { guarded } from '../guard.ts'

export const loader = guarded('campaign:read', async (ctx, { params, context: { services } }) => {
  const id = params.campaign ?? ''
  const page = await services.campaign.readCampaignPage(ctx, id)
  return { page, drift: await services.bond.readDrift(ctx, id) }
})

export default function Campaign() {
  return <CampaignPage {...useLoaderData<typeof loader>()} />
}
