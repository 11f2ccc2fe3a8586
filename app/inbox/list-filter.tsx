import { useSearchParams } from '@remix-run/react'
import { ListFilter as FilterIcon, Search, X } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type InboxQuery, queryOf } from '#server/conversation/inbox.rules.ts'
import { type SentimentLabel, sentimentLabels } from '#server/sentiment/sentiment.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import { Chip } from '../ui/chip.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuChoice, MenuLabel, MenuSeparator } from '../ui/menu.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useInbox } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'
import { SentimentMark } from './sentiment-mark.tsx'

/** How long typing may pause before the list is asked for, ms. */
const PAUSE = 250
const ANY = 'any'

/** Search and filters above the list; what is set can be seen and taken off. */
export function ListFilter() {
  const t = useInboxWords()
  const { narrow } = useInbox()
  const { channels } = useDirectory()
  const [params] = useSearchParams()
  const query = queryOf(params)
  const field = useRef<HTMLInputElement>(null)
  const channel = channels.find(({ id }) => id === query.channel)
  useCommand('conversation.find', () => field.current?.focus())
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-1">
        <Find query={query} field={field} />
        <Menu
          align="end"
          trigger={<IconButton label={t('filter.sentiment')} size="dense" icon={<FilterIcon />} />}
        >
          <MenuLabel>{t('filter.sentiment')}</MenuLabel>
          <MenuChoice
            value={query.sentiment ?? ANY}
            onChange={(next) => narrow({ sentiment: next === ANY ? null : (next as SentimentLabel) })}
            options={[
              { value: ANY, label: t('filter.anySentiment') },
              ...sentimentLabels.map((value) => ({
                value,
                label: (
                  <span className="flex items-center gap-2">
                    <SentimentMark label={value} silent />
                    {t(`sentiment.${value}`)}
                  </span>
                ),
              })),
            ]}
          />
          <MenuSeparator />
          <MenuLabel>{t('filter.channel')}</MenuLabel>
          <MenuChoice
            value={query.channel ?? ANY}
            onChange={(next) => narrow({ channel: next === ANY ? null : next })}
            options={[
              { value: ANY, label: t('filter.anyChannel') },
              ...channels.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Menu>
      </div>
      {query.sentiment || channel ? (
        <div className="flex flex-wrap gap-1.5">
          {query.sentiment ? (
            <Chip
              name={t(`sentiment.${query.sentiment}`)}
              icon={<SentimentMark label={query.sentiment} silent />}
              onRemove={() => narrow({ sentiment: null })}
            />
          ) : null}
          {channel ? <Chip name={channel.name} onRemove={() => narrow({ channel: null })} /> : null}
        </div>
      ) : null}
    </div>
  )
}

/** The words one looks for; they reach the address when typing pauses. */
function Find({ query, field }: { query: InboxQuery; field: RefObject<HTMLInputElement | null> }) {
  const t = useInboxWords('filter')
  const ui = useTranslations('ui')
  const { narrow } = useInbox()
  const [text, setText] = useState(query.q ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The address changed otherwise: back, or the filters were cleared.
  const known = useRef(query.q)
  useEffect(() => {
    if (known.current === query.q) return
    known.current = query.q
    setText(query.q ?? '')
  }, [query.q])
  useEffect(() => () => clearTimeout(timer.current), [])

  function look(next: string, ms = PAUSE) {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      known.current = next.trim() || null
      narrow({ q: known.current })
    }, ms)
  }

  return (
    <TextField
      ref={field as RefObject<HTMLInputElement>}
      dense
      type="search"
      aria-label={t('find')}
      placeholder={t('find')}
      before={<Search aria-hidden="true" />}
      value={text}
      onChange={({ target }) => look(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // First the words go, then the focus, so that the keys of the inbox work again.
        if (text) look('', 0)
        else event.currentTarget.blur()
      }}
      after={
        text ? (
          <IconButton label={ui('clear')} size="dense" icon={<X />} onClick={() => look('', 0)} />
        ) : undefined
      }
    />
  )
}
