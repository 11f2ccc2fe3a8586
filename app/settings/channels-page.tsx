import { Link } from '@remix-run/react'
import { ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import type { ChannelView } from '#server/channel/channel-view.rules.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { ConnectDialog, type NetworkOffer } from './connect-dialog.tsx'
import { Row, Rows, Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'

export const STATUS_TONE: Record<ChannelView['status'], Tone> = {
  connected: 'green',
  expired: 'amber',
  disconnected: 'neutral',
}

interface ChannelsPageProps {
  channels: readonly ChannelView[]
  networks: readonly NetworkOffer[]
}

/** The connected profiles, and the way to connect another. */
export function ChannelsPage({ channels, networks }: ChannelsPageProps) {
  const t = useSettingsWords()
  const { teams } = useDirectory()
  const may = useMay()
  const path = usePath()
  const [connecting, connect] = useState(false)
  const mayConnect = may('channel:manage')
  const button = mayConnect ? (
    <Button kind="primary" icon={<Plus />} onClick={() => connect(true)}>
      {t('channels.connect')}
    </Button>
  ) : null
  return (
    <Section title={t('nav.channels')} hint={t('channels.hint')} act={channels.length ? button : null}>
      {channels.length ? (
        <Rows label={t('nav.channels')}>
          {channels.map((channel) => (
            <Row
              key={channel.id}
              before={
                <span className="flex size-8 items-center justify-center rounded-full bg-n4 text-muted [&_svg]:size-4">
                  <NetworkMark network={channel.network} />
                </span>
              }
              title={
                <Link
                  to={path(`settings/channels/${channel.id}`)}
                  className="min-w-0 truncate underline-offset-2 hover:underline"
                >
                  {channel.name}
                </Link>
              }
              detail={
                <>
                  @{channel.handle.replace(/^@/, '')} ·{' '}
                  {teams.find((team) => team.id === channel.teamId)?.name} ·{' '}
                  {channel.zone.replaceAll('_', ' ')}
                </>
              }
            >
              {channel.network === 'practice' ? <Badge tone="violet">{t('channels.practice')}</Badge> : null}
              <Badge tone={STATUS_TONE[channel.status]} dot>
                {t(`channels.status.${channel.status}`)}
              </Badge>
              <ChevronRight className="size-4 text-subtle max-sm:hidden" aria-hidden="true" />
            </Row>
          ))}
        </Rows>
      ) : (
        <EmptyState
          art={
            <LineArt>
              <path d="M60 58V34M60 34l-9 24M60 34l9 24" />
              <circle cx="60" cy="30" r="4" />
              <path d="M48 40a16 16 0 0 1 0-20M72 40a16 16 0 0 0 0-20M40 47a27 27 0 0 1 0-34M80 47a27 27 0 0 0 0-34" />
            </LineArt>
          }
          title={t('channels.empty')}
          act={button}
        >
          {t('channels.emptyHint')}
        </EmptyState>
      )}
      {connecting ? <ConnectDialog networks={networks} close={() => connect(false)} /> : null}
    </Section>
  )
}
