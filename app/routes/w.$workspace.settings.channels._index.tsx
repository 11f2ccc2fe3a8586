import { useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { ChannelsPage } from '../settings/channels-page.tsx'
import { useReloadOn } from '../settings/use-reload-on.ts'

export const loader = guarded('channel:read', async (ctx, { context }) => ({
  head: await context.services.directory.readHead(ctx),
  channels: await context.services.channel.readChannels(ctx),
  networks: context.services.channel.readNetworks(),
}))

export default function Channels() {
  const { head, channels, networks } = useLoaderData<typeof loader>()
  useReloadOn(head, /^channel\./)
  return <ChannelsPage channels={channels} networks={networks} />
}
