import { CircleAlert, CircleCheck, CircleHelp, CirclePause, Clock3, ExternalLink } from 'lucide-react'
import {
  actsOn,
  type DeliveryAct,
  type DeliveryView,
  type SendingRights,
} from '#server/delivery/delivery-view.rules.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { Button } from '../ui/button.tsx'
import { useWriteInZone } from '../ui/use-write-date.ts'
import { useDeliveryWords } from './delivery-words.ts'
import { useDeliveryActs } from './use-delivery-acts.ts'

interface DeliveryLineProps {
  delivery: DeliveryView
  /** What the reader may do in its team. */
  rights: SendingRights
  /** Shows the post's title too: where posts are mixed. */
  titled?: boolean
  onDone?: () => void
}

/** One slot in the send ledger: where, and "sent", "goes out", or "not sent, because ...", with what can be done. */
export function DeliveryLine({ delivery, rights, titled, onDone }: DeliveryLineProps) {
  const t = useDeliveryWords()
  const words = useLedgerWords()
  const write = useWriteInZone()
  const { channelName, network, title, url, detail, parts, state, line, dueAt, zone } = delivery
  const half = parts && parts.sent > 0 && parts.sent < parts.all
  return (
    <li className="@container flex flex-col gap-1.5 py-2.5 text-dense">
      <div className="flex min-w-0 items-start gap-2">
        <StateMark delivery={delivery} />
        <div className="min-w-0 flex-1">
          {/* Where there is room, what becomes of it stands at the end of the same line. */}
          <div className="@2xl:flex @2xl:items-baseline @2xl:gap-4">
            <p className="flex min-w-0 flex-1 items-center gap-1.5 font-medium [&_svg]:size-3.5 [&_svg]:shrink-0">
              <NetworkMark network={network} />
              <span className="truncate">{titled ? `${title} · ${channelName}` : channelName}</span>
            </p>
            <p className="text-pretty text-muted tabular-nums @2xl:max-w-1/2 @2xl:text-right">
              {words(delivery)}
            </p>
          </div>
          {line.said === 'not_sent' ? (
            <p className="text-meta text-subtle tabular-nums">
              {t('slot', { time: write(dueAt, 'moment', zone) })}
            </p>
          ) : null}
          {half ? <p className="text-subtle">{t('parts', parts)}</p> : null}
          {detail && delivery.line.said !== 'sent' ? (
            <p className="break-words text-meta text-subtle">{t('detail', { detail })}</p>
          ) : null}
          {state === 'ambiguous' ? <p className="text-fg">{t('resolve.ask')}</p> : null}
        </div>
        {url ? (
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="flex size-6 items-center justify-center rounded-control text-subtle hover:text-fg [&_svg]:size-4"
            aria-label={t('sentLink')}
          >
            <ExternalLink aria-hidden="true" />
          </a>
        ) : null}
      </div>
      <Acts delivery={delivery} possible={actsOn(delivery, rights)} onDone={onDone} />
    </li>
  )
}

interface ActsProps {
  delivery: DeliveryView
  possible: DeliveryAct[]
  onDone: (() => void) | undefined
}

function Acts({ delivery, possible, onDone }: ActsProps) {
  const t = useDeliveryWords()
  const { busy, retry, drop, resolve } = useDeliveryActs(delivery.id, onDone)
  if (!possible.length) return null
  return (
    <div className="flex flex-wrap gap-1.5 pl-6">
      {possible.includes('retry') ? (
        <Button size="dense" busy={busy} onClick={() => void retry()}>
          {t('retry')}
        </Button>
      ) : null}
      {possible.includes('drop') ? (
        <Button size="dense" kind="quiet" busy={busy} onClick={() => void drop()}>
          {t('drop')}
        </Button>
      ) : null}
      {(['sent', 'not_sent', 'send_again'] as const).map((outcome) =>
        possible.includes(outcome) ? (
          <Button key={outcome} size="dense" busy={busy} onClick={() => void resolve(outcome)}>
            {t(`resolve.${outcome}`)}
          </Button>
        ) : null,
      )}
    </div>
  )
}

/** The sentence of a line: times are told in the channel's zone, with its name. */
export function useLedgerWords(): (delivery: DeliveryView) => string {
  const t = useDeliveryWords()
  const write = useWriteInZone()
  const timeOf = (at: number, zone: string) => write(at, 'moment', zone)
  return ({ line, zone, tryAt }) => {
    const why = 'because' in line && line.because ? t(`because.${line.because}`) : ''
    if (line.said === 'sent') return t('sent', { time: timeOf(line.at, zone) })
    if (line.said === 'not_sent') return t('notSent', { because: why })
    const time = timeOf(why ? tryAt : line.at, zone)
    return why ? t('dueAgain', { time, because: why }) : t('due', { time })
  }
}

function StateMark({ delivery: { state, line } }: { delivery: DeliveryView }) {
  const look = {
    sent: { Icon: CircleCheck, tone: 'teal' },
    held: { Icon: CirclePause, tone: 'amber' },
    ambiguous: { Icon: CircleHelp, tone: 'orange' },
    due: { Icon: Clock3, tone: 'neutral' },
    not_sent: { Icon: CircleAlert, tone: 'red' },
  } as const
  const { Icon, tone } = look[state === 'held' || state === 'ambiguous' ? state : line.said]
  return (
    <span data-tone={tone} className="mt-0.5 flex text-tone [&_svg]:size-4">
      <Icon aria-hidden="true" />
    </span>
  )
}
