import { Link } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import type { Flow } from '#server/approval/flow.rules.ts'
import type { ChannelView } from '#server/channel/channel-view.rules.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { useMay, usePath } from '../live/directory.tsx'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { ChannelConnection } from './channel-connection.tsx'
import { ChannelForm } from './channel-form.tsx'
import { STATUS_TONE } from './channels-page.tsx'
import type { NetworkOffer } from './connect-dialog.tsx'
import { FlowForm } from './flow-form.tsx'
import { useSettingsWords } from './settings-words.ts'

export interface ChannelFacts {
  channel: ChannelView
  flow: Flow
  ingestedAt: number | null
  offer: NetworkOffer | null
}

/** One channel: what is set about it, who approves, how it is connected. */
export function ChannelPage({ channel, flow, ingestedAt, offer }: ChannelFacts) {
  const t = useSettingsWords('channels')
  const path = usePath()
  const may = useMay()
  const manages = may('channel:manage', channel.teamId)
  const approves = manages && may('approval:manage', channel.teamId)
  return (
    <>
      <Link
        to={path('settings/channels')}
        className="-ml-1 mb-3 inline-flex h-8 items-center gap-1 text-dense text-muted hover:text-fg [&_svg]:size-4"
      >
        <ChevronLeft aria-hidden="true" />
        {t('back')}
      </Link>
      <div className="mb-5 flex flex-wrap items-center gap-2.5">
        <span className="flex size-9 items-center justify-center rounded-full bg-n4 text-muted [&_svg]:size-4.5">
          <NetworkMark network={channel.network} />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-page font-semibold">{channel.name}</h2>
          <p className="truncate text-meta text-subtle">@{channel.handle.replace(/^@/, '')}</p>
        </div>
        <Badge tone={STATUS_TONE[channel.status]} dot>
          {t(`status.${channel.status}`)}
        </Badge>
      </div>
      {channel.statusReason ? (
        <div className="mb-5">
          <Banner tone="amber">{channel.statusReason}</Banner>
        </div>
      ) : null}
      {manages ? (
        <>
          <ChannelForm key={`f ${channel.teamId} ${channel.zone}`} channel={channel} />
          {approves ? <FlowForm key={JSON.stringify(flow)} channelId={channel.id} flow={flow} /> : null}
          <ChannelConnection channel={channel} ingestedAt={ingestedAt} offer={offer} />
        </>
      ) : (
        <p className="text-dense text-muted">{t('cannotManage')}</p>
      )}
    </>
  )
}
