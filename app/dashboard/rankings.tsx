import { Link } from '@remix-run/react'
import { useFormatter } from 'use-intl'
import type { Figures } from '#server/metric/figures.rules.ts'
import { NETWORKS, type NetworkId } from '#server/network/network.rules.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { BarList } from '../chart/bar-list.tsx'
import { useDirectory, usePath } from '../live/directory.tsx'
import { usePrefetch } from '../ui/prefetch.ts'
import { tip } from '../ui/tip.ts'
import { useAsOf } from './charts.tsx'
import { useDashboardWords } from './dashboard-words.ts'
import { Panel } from './panel.tsx'

/** The posts that gained most, with the way to each. */
export function TopPosts({ figures }: { figures: Figures }) {
  const t = useDashboardWords()
  const format = useFormatter()
  const path = usePath()
  const prefetch = usePrefetch()
  const { channels } = useDirectory()
  const most = Math.max(1, ...figures.top.map(({ value }) => value))
  const named = new Map(channels.map((one) => [one.id, one]))
  return (
    <Panel title={t('section.top')} className="xl:col-span-6">
      {figures.top.length === 0 ? <p className="text-dense text-subtle">{t('noTop')}</p> : null}
      <ol className="flex flex-col">
        {figures.top.map((post) => (
          <li key={post.id} className="relative flex min-h-9 items-center gap-3 py-1">
            <span
              className="absolute inset-y-0.5 left-0 rounded-mark bg-accent-soft transition-[width] duration-180 ease-calm"
              style={{ width: `${(post.value / most) * 100}%` }}
              aria-hidden="true"
            />
            <Link
              to={path(`post/${post.id}`)}
              prefetch={prefetch}
              className="relative min-w-0 flex-1 truncate rounded-mark pl-2 text-dense hover:underline"
            >
              {post.title}
            </Link>
            <span className="relative flex shrink-0 gap-1 text-subtle [&_svg]:size-3.5">
              {post.channelIds.map((id) => {
                const channel = named.get(id)
                return channel ? (
                  <span key={id} className="flex" {...tip(channel.name)}>
                    <NetworkMark network={channel.network} label={channel.name} />
                  </span>
                ) : null
              })}
            </span>
            <span className="relative w-14 shrink-0 pr-2 text-right text-dense font-medium tabular-nums">
              <span aria-hidden="true">{format.number(post.value)}</span>
              <span className="sr-only">{t('topValue', { value: format.number(post.value) })}</span>
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

/** Channel by channel, with the period before as a thin mark. */
export function ByChannel({ figures, measure }: { figures: Figures; measure: 'engagements' | 'received' }) {
  const t = useDashboardWords()
  const { channels } = useDirectory()
  const asOf = useAsOf(figures)
  const named = new Map(channels.map((one) => [one.id, one]))
  const items = figures.channels.flatMap(({ id, now, before }) => {
    const channel = named.get(id)
    if (!channel) return []
    const practice = figures.practice === 'in' && NETWORKS[channel.network as NetworkId]?.practice
    const label = practice ? t('practiceName', { name: channel.name }) : channel.name
    return [{ key: id, label, value: now[measure], compare: before[measure] }]
  })
  const title = t(measure === 'engagements' ? 'section.channels' : 'section.received')
  return (
    <Panel title={title} className="md:col-span-6 xl:col-span-3">
      <BarList
        label={title}
        items={items.sort((a, b) => b.value - a.value)}
        asOf={measure === 'engagements' ? asOf.networks : asOf.own}
      />
    </Panel>
  )
}
