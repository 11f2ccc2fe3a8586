import { useSearchParams } from '@remix-run/react'
import { Sparkles } from 'lucide-react'
import { filterFrom } from '#server/post/filter.rules.ts'
import { useBestTimeWords } from '../channel/best-time-words.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { useNetworkName } from '../channel/use-network-name.ts'
import { useDirectory } from '../live/directory.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Popover } from '../ui/popover.tsx'
import { showBestHours, useBestHours } from './best-hours-store.ts'
import { ofFilter } from './best-of-filter.ts'

/** On what each channel's best hours rest; a box to leave them out. */
export function BestHoursLegend({ trigger, defaultOpen }: TriggerProps) {
  const t = useBestTimeWords()
  const networkName = useNetworkName()
  const [params] = useSearchParams()
  const { channels } = useDirectory()
  const { shown, channels: hours } = useBestHours()
  const rows = ofFilter(hours, channels, filterFrom(params)).flatMap((one) => {
    const channel = channels.find(({ id }) => id === one.channelId)
    return channel ? [{ ...one, channel }] : []
  })
  return (
    <Popover trigger={trigger} defaultOpen={defaultOpen} label={t('title')} align="end" className="w-[22rem]">
      <div className="flex flex-col gap-3 text-dense">
        <p className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className="flex h-7 w-9 shrink-0 items-end justify-end border-l-2 border-accent/60 bg-accent/10 p-0.5 text-accent-text [&_svg]:size-3"
          >
            <Sparkles />
          </span>
          {t('band.means')}
        </p>
        <Checkbox checked={shown} onChange={(event) => showBestHours(event.target.checked)}>
          {t('band.show')}
        </Checkbox>
        <ul className="flex flex-col gap-2">
          {rows.map(({ channelId, basis, posts, channel }) => (
            <li key={channelId} className="flex items-center gap-2">
              <span className="flex text-subtle [&_svg]:size-4">
                <NetworkMark network={channel.network} />
              </span>
              <span className="min-w-0 flex-1 truncate">{channel.name}</span>
              <span className="shrink-0 text-meta text-subtle">
                {t(`band.${basis}`, { posts, network: networkName(channel.network) })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Popover>
  )
}
