import { useLocation, useSearchParams } from '@remix-run/react'
import { ChevronDown, Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  FACETS,
  type Facet,
  filterFrom,
  isFiltering,
  NO_FILTER,
  NONE,
  withFilter,
} from '#server/post/filter.rules.ts'
import { DirectoryCarrier, saidToAll, useDirectory } from '../live/directory.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import { PlanMoreButton } from '../transfer/plan-more-button.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Kept } from '../ui/kept.tsx'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ViewsButton } from '../view/views-button.tsx'

interface Option {
  value: string
  label: string
}

/** What narrows a board or calendar. It lives in the address: it can be sent to somebody, and "back" undoes it. */
export function FilterBar() {
  const directory = useDirectory()
  const { search } = useLocation()
  return (
    <Kept as="div" className="contents" by={() => ['filter bar', search, ...saidToAll(directory)]}>
      <DirectoryCarrier value={directory}>
        <Filters />
      </DirectoryCarrier>
    </Kept>
  )
}

function Filters() {
  const t = useTranslations('board')
  const [params, setParams] = useSearchParams()
  const filter = filterFrom(params)
  const options = useOptions()
  const set = (change: Parameters<typeof withFilter>[1], replace = false) =>
    setParams((now) => withFilter(now, change), { replace, preventScrollReset: true })
  return (
    <>
      <ViewsButton />
      {/* "Back" goes past a word that was typed at once, not letter by letter. */}
      <FindField q={filter.q} onFind={(q) => set({ q }, filter.q !== '')} />
      {FACETS.map((facet) =>
        options[facet].length > 1 || filter[facet] ? (
          <FacetMenu
            key={facet}
            facet={facet}
            value={filter[facet]}
            options={options[facet]}
            onChoose={(value) => set({ [facet]: value })}
          />
        ) : null,
      )}
      {isFiltering(filter) ? (
        <Button kind="quiet" size="dense" icon={<X aria-hidden="true" />} onClick={() => set(NO_FILTER)}>
          {t('filter.clear')}
        </Button>
      ) : null}
      <PlanMoreButton />
    </>
  )
}

/** How long one must pause before what is typed goes into the address, ms. */
const PAUSE = 150

function FindField({ q, onFind }: { q: string; onFind(q: string): void }) {
  const t = useTranslations('board')
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(q)
  const find = useRef(onFind)
  find.current = onFind
  useCommand('board.find', () => field.current?.focus())
  useEffect(() => setText(q), [q])
  useEffect(() => {
    if (text === q) return
    const timer = setTimeout(() => find.current(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text, q])
  return (
    <TextField
      ref={field}
      dense
      type="search"
      value={text}
      placeholder={t('filter.text')}
      aria-label={t('filter.text')}
      before={<Search aria-hidden="true" />}
      className="w-52! shrink-0"
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          setText('')
          field.current?.blur()
        }
      }}
    />
  )
}

interface FacetMenuProps {
  facet: Facet
  value: string | null
  options: readonly Option[]
  onChoose(value: string | null): void
}

function FacetMenu({ facet, value, options, onChoose }: FacetMenuProps) {
  const t = useTranslations('board')
  const { members } = useDirectory()
  // Of a label that was removed since nothing is left but that it is meant; who has left still has a name.
  const left = facet === 'assignee' ? members.find(({ id }) => id === value)?.name : undefined
  const chosen =
    value && (options.find((option) => option.value === value)?.label ?? left ?? t('filter.gone'))
  const now = useRef({ value, options, onChoose })
  now.current = { value, options, onChoose }
  return (
    <LazyTrigger
      button={
        <button
          type="button"
          className={cx(
            'inline-flex h-dense shrink-0 items-center gap-1 rounded-control border px-2 text-dense whitespace-nowrap transition-colors duration-120 hover:bg-hover [&_svg]:size-3.5',
            value ? 'border-accent bg-accent-soft text-accent-text' : 'border-line text-muted',
          )}
        >
          {t(`filter.${facet}`)}
          {chosen ? ':' : null}
          {chosen ? <bdi className="max-w-40 truncate font-medium">{chosen}</bdi> : null}
          <ChevronDown aria-hidden="true" />
        </button>
      }
      load={async () => {
        const { FacetChoice } = await import('./facet-choice.tsx')
        return (props) => <FacetChoice {...props} {...now.current} />
      }}
    />
  )
}

/** What can be chosen; people who left are not offered. */
function useOptions(): Record<Facet, Option[]> {
  const t = useTranslations('board.filter')
  const { campaigns, channels, labels, members, teams } = useDirectory()
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  return {
    campaign: campaigns.length ? [{ value: NONE, label: t('noCampaign') }, ...named(campaigns)] : [],
    channel: named(channels),
    label: labels.length ? [{ value: NONE, label: t('noLabel') }, ...named(labels)] : [],
    assignee: [{ value: NONE, label: t('nobody') }, ...named(members.filter((member) => !member.gone))],
    team: named(teams),
  }
}
