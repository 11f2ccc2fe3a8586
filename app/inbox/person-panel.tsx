import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import type { PersonCard } from '#server/person/person.reads.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { useNetworkName } from '../channel/use-network-name.ts'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { LazySheet } from '../ui/lazy-sheet.ts'
import { Time } from '../ui/time.tsx'
import { useInbox } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'
import { SentimentMark } from './sentiment-mark.tsx'
import { ShortAgo } from './short-ago.tsx'
import type { Panel } from './use-panel.ts'

interface PersonPanelProps {
  person: PersonCard
  /** the conversation that is open */
  current: string
  panel: Panel
}

/** Who writes to us: beside the conversation where there is room, else as a sheet. */
export function PersonPanel({ person, current, panel }: PersonPanelProps) {
  const t = useInboxWords('person')
  return (
    <>
      {panel.beside ? (
        <aside
          aria-label={t('title', { name: person.name })}
          className="relative w-75 shrink-0 overflow-y-auto border-l border-line p-4 max-xl:hidden"
        >
          <span className="absolute top-2 right-2">
            <IconButton label={t('close')} icon={<X />} size="dense" onClick={panel.close} />
          </span>
          <Card person={person} current={current} />
        </aside>
      ) : null}
      {panel.sheet ? (
        <LazySheet open onOpenChange={panel.setSheet} title={t('title', { name: person.name })} titleHidden>
          <div className="p-4">
            <Card person={person} current={current} onGo={() => panel.setSheet(false)} />
          </div>
        </LazySheet>
      ) : null}
    </>
  )
}

function Card({ person, current, onGo }: { person: PersonCard; current: string; onGo?: () => void }) {
  const t = useInboxWords()
  const { href } = useInbox()
  const networkName = useNetworkName()
  const { negative, neutral, positive } = person.moods
  const all = negative + neutral + positive
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col items-center gap-1 text-center">
        <Avatar
          silent
          size={40}
          person={{ id: person.id, name: person.name, photo: person.avatarUrl }}
          mark={<NetworkMark network={person.network} />}
        />
        <p className="mt-1 text-body font-semibold">{person.name}</p>
        <p className="text-dense break-all text-muted">@{person.handle}</p>
        <p className="text-meta text-subtle">{networkName(person.network)}</p>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5 text-dense">
        {person.firstAt ? (
          <>
            <dt className="text-subtle">{t('person.since')}</dt>
            <dd className="text-right">
              <Time at={person.firstAt} format="day" />
            </dd>
          </>
        ) : null}
      </dl>
      <div>
        <p className="mb-1.5 text-dense">{t('person.messages', { count: all })}</p>
        {all ? (
          <div
            role="img"
            aria-label={t('person.moods', person.moods)}
            className="flex h-1.5 gap-px overflow-hidden rounded-full"
          >
            <span className="bg-negative" style={{ flexGrow: negative }} />
            <span className="bg-n7" style={{ flexGrow: neutral }} />
            <span className="bg-positive" style={{ flexGrow: positive }} />
          </div>
        ) : null}
        {all ? <p className="mt-1.5 text-meta text-subtle">{t('person.moods', person.moods)}</p> : null}
      </div>
      <div>
        <h3 className="mb-1 text-meta font-medium text-subtle">{t('person.history')}</h3>
        <ul className="-mx-2">
          {person.conversations.map((one) => (
            <li key={one.id}>
              <Link
                to={href(one.id)}
                preventScrollReset
                onClick={onGo}
                aria-current={one.id === current ? 'true' : undefined}
                className={cx(
                  'flex flex-col rounded-control px-2 py-1.5 text-dense hover:bg-hover',
                  one.id === current && 'bg-n3',
                )}
              >
                <span className="truncate">{one.lastText || t('list.none')}</span>
                <span className="flex items-center gap-1.5 text-meta text-subtle">
                  {one.sentiment ? <SentimentMark label={one.sentiment} /> : null}
                  {t(`state.${one.state}`)}
                  <ShortAgo at={one.lastMessageAt} className="ml-auto" />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
