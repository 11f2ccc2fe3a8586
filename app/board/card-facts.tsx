import { MessageSquare, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Card } from '#server/post/card.rules.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { useDirectory } from '../live/directory.tsx'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { tip } from '../ui/tip.ts'

const MAX_CHANNELS = 5

interface ChannelMarksProps {
  ids: readonly string[]
  most?: number
  className?: string
}

/** The networks a post goes to, each channel's name on hover. */
export function ChannelMarks({ ids, most = MAX_CHANNELS, className }: ChannelMarksProps) {
  const { channels } = useDirectory()
  const mine = channels.filter((channel) => ids.includes(channel.id))
  const rest = mine.length - most
  return (
    <span className={cx('flex items-center gap-1 text-subtle [&_svg]:size-3.5', className)}>
      {mine.slice(0, most).map((channel) => (
        <span key={channel.id} className="flex" {...tip(channel.name)}>
          <NetworkMark network={channel.network} label={channel.name} />
        </span>
      ))}
      {rest > 0 ? <span className="text-meta tabular-nums">+{rest}</span> : null}
    </span>
  )
}

const tones = { failed: 'red', held: 'amber', expired: 'orange', ambiguous: 'amber' } as const

/** What is wrong with its sending. */
export function Trouble({ trouble }: { trouble: NonNullable<Card['trouble']> }) {
  const t = useTranslations('board.card')
  return (
    <Badge tone={tones[trouble]} icon={<TriangleAlert />} title={t(`troubleHint.${trouble}`)}>
      {t(`trouble.${trouble}`)}
    </Badge>
  )
}

/** Comments that nobody has resolved. */
export function OpenThreads({ count }: { count: number }) {
  const t = useTranslations('board.card')
  if (!count) return null
  return (
    <span
      role="img"
      aria-label={t('openThreads', { count })}
      className="flex items-center gap-0.5 text-meta text-subtle tabular-nums [&_svg]:size-3.5"
      {...tip(t('openThreads', { count }))}
    >
      <MessageSquare aria-hidden="true" />
      {count}
    </span>
  )
}

/** How many of the approvals it needs are given. */
export function ApprovalRing({ decided, needed }: { decided: number; needed: number }) {
  const t = useTranslations('board.card')
  const words = t('approval', { decided, needed })
  const around = 2 * Math.PI * 6
  return (
    <span
      role="img"
      aria-label={words}
      className="flex items-center gap-1 text-meta text-subtle tabular-nums"
      {...tip(words)}
    >
      <svg viewBox="0 0 16 16" className="size-3.5 -rotate-90" aria-hidden="true">
        <circle cx="8" cy="8" r="6" fill="none" strokeWidth="2.5" className="stroke-n5" />
        <circle
          cx="8"
          cy="8"
          r="6"
          fill="none"
          strokeWidth="2.5"
          strokeDasharray={`${around * (needed ? decided / needed : 0)} ${around}`}
          className={decided < needed ? 'stroke-amber' : 'stroke-teal'}
        />
      </svg>
      {decided}/{needed}
    </span>
  )
}

/** The campaign, by its own colour and its name. */
export function CampaignName({ id }: { id: string }) {
  const { campaigns } = useDirectory()
  const campaign = campaigns.find((one) => one.id === id)
  if (!campaign) return null
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <CampaignDot hue={campaign.hue} />
      <span className="truncate">{campaign.name}</span>
    </span>
  )
}

/** A campaign's colour. */
export function CampaignDot({ hue }: { hue: number }) {
  return (
    <span
      className="person inline-block size-2 shrink-0 rounded-full bg-person"
      style={{ '--hue': hue * 30 + 15 } as React.CSSProperties}
      aria-hidden="true"
    />
  )
}
