import { useLoaderData } from '@remix-run/react'
import { CampaignPage } from '../campaign/campaign-page.tsx'
import { guarded } from '../guard.ts'

export const loader = guarded('campaign:read', (ctx, { params, context: { services } }) =>
  services.campaign.readCampaignPage(ctx, params.campaign ?? ''),
)

export default function Campaign() {
  return <CampaignPage page={useLoaderData<typeof loader>()} />
}
