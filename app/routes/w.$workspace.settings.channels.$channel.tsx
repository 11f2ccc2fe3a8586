import { useLoaderData } from '@remix-run/react'
import { flow as flowShape, NO_FLOW } from '#server/approval/flow.rules.ts'
import { guarded } from '../guard.ts'
import { ChannelPage } from '../settings/channel-page.tsx'
import { useReloadOn } from '../settings/use-reload-on.ts'

export const loader = guarded('channel:read', async (ctx, { context, params }) => {
  const { channel: reads, directory } = context.services
  const head = await directory.readHead(ctx)
  const { channel, flow, ingestedAt } = await reads
    .readChannel(ctx, params.channel ?? '')
    .catch((error: { code?: string }) => {
      throw error.code === 'request.notFound' ? new Response(null, { status: 404 }) : error
    })
  return {
    head,
    channel,
    ingestedAt,
    flow: flowShape.safeParse(flow).data ?? NO_FLOW,
    offer: reads.readNetworks().find((one) => one.network === channel.network) ?? null,
  }
})

export default function Channel() {
  const { head, ...facts } = useLoaderData<typeof loader>()
  useReloadOn(head, /^channel\./)
  return <ChannelPage {...facts} />
}
