import { useLocation, useNavigate, useParams, useSearchParams } from '@remix-run/react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { LogEvent } from '#server/event/catalogue.ts'
import type { Card } from '#server/post/card.rules.ts'
import { type CardsPage, unpackCards } from '#server/post/card-pack.rules.ts'
import { filterFrom, matcher } from '#server/post/filter.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'
import { useReadAgain } from '../live/read-again.ts'
import { rememberFolds } from '../preferences.ts'
import { useProblemText } from '../shell/problem-text.ts'
import { writeAgain } from '../shell/write-again.ts'
import { useFetchAhead } from '../ui/fetch-ahead.ts'
import { useFetchThen } from '../ui/lazy-part.tsx'
import { toast } from '../ui/toast.ts'
import type { Board } from './board-context.tsx'
import { type Asked, fetchAsked } from './board-overlays.tsx'
import { createCardActs } from './card-acts.ts'
import { byId, type CardStore, createCardStore, type Grouping } from './card-store.ts'
import { fetchForOffline } from './fetch-for-offline.ts'
import { createFocusStore } from './focus-store.ts'
import { createFoldStore } from './fold-store.ts'
import type { Folds } from './folds.rules.ts'
import { laneChange, laneOfCell } from './lanes.rules.ts'
import { type Layout, NO_LAYOUT } from './layout.ts'
import { createSelection } from './selection-store.ts'
import { showWaiting } from './waiting-cards.ts'

interface Setup {
  /** gets each event while the cards are still as they were before it */
  hearFirst?: (event: LogEvent, cards: CardStore) => void
  /** how the columns of a board stand */
  layout?: Layout
  /** what of it is folded to begin with */
  folds?: Folds
  /** the groups that the page shows; without it all */
  shown?: readonly string[]
}

const read = new WeakMap<CardsPage, Map<string, Card>>()

/** The cards that a loader gave, by id; the server reads what it keeps for many once. */
function cardsIn(data: CardsPage): Map<string, Card> {
  const cards = read.get(data) ?? byId(unpackCards(data.cards))
  read.set(data, cards)
  return cards
}

const useBefore = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * The live cards of a page: store, acts and questions, kept current by the log and narrowed by the address.
 * @param page `board` or `calendar`
 */
export function useBoardSetup(
  page: 'board' | 'calendar',
  data: CardsPage,
  grouping: Grouping,
  { hearFirst, layout = NO_LAYOUT, folds, shown: groups }: Setup,
) {
  const { labels, me, workspace } = useDirectory()
  const { post } = useParams()
  const navigate = useNavigate()
  const revalidate = useReadAgain()
  const { search } = useLocation()
  const [params] = useSearchParams()
  const say = useProblemText()
  const t = useTranslations('board')
  const [asked, setAsked] = useState<Asked | null>(null)
  const fetchThen = useFetchThen()
  const ask = (next: Asked) =>
    fetchThen(
      () => fetchAsked(next),
      () => setAsked(next),
    )
  const layoutNow = useRef(layout)
  layoutNow.current = layout
  const now = useRef({ navigate, say, t, search })
  now.current = { navigate, say, t, search }
  const base = `/w/${workspace.slug}/${page}`

  const match = matcher(filterFrom(params), labels)
  // Made once: the parts of the page are woken by the store, not by this.
  const [board] = useState((): Board => {
    const cards = createCardStore(cardsIn(data), grouping, match)
    const open = (id: string) => now.current.navigate(`${base}/post/${id}${now.current.search}`)
    const tell: Board['tell'] = ({ code, params: values, message }) =>
      // What waits is said on the card and above the page.
      code !== 'outbox.queued' && toast({ title: message || now.current.say(code, values), kind: 'failed' })
    return {
      page,
      cards,
      focus: createFocusStore(),
      folds: createFoldStore(folds, (next) => rememberFolds(workspace.slug, me.memberId, next)),
      selection: createSelection(),
      tell,
      open,
      href: (id) => `${base}/post/${id}`,
      // In a calendar a card moves to another time, on a board to another stage.
      askMove: (id) => ask({ what: page === 'board' ? 'move' : 'time', id }),
      askTime: (id) => ask({ what: 'time', id }),
      askDue: (id) => ask({ what: 'due', id }),
      askStages: () => ask({ what: 'stages' }),
      layout: layoutNow,
      acts: createCardActs({
        cards,
        zone: me.zone,
        laneChange(card, from, to) {
          const { lanes } = layoutNow.current
          if (!lanes || from === undefined) return { set: {} }
          return laneChange(lanes.kind, card, laneOfCell(from), laneOfCell(to))
        },
        tell,
        review(id) {
          open(id)
          toast({ title: now.current.t('readFirst') })
        },
        askTime: ({ id }) => ask({ what: 'schedule', id }),
        confirmTime: (code, go, more) => ask({ what: 'confirm', code, go, ...more }),
        confirmFull: (stage, go, no) => ask({ what: 'full', ...stage, go, ...(no && { no }) }),
        unmade: ({ code, params: values, message }, title) =>
          toast({
            title: message || now.current.say(code, values),
            detail: now.current.t('unmade', { title }),
            kind: 'failed',
            act: { label: now.current.t('writeAgain'), run: () => writeAgain(title) },
          }),
      }),
    }
  })

  useFetchAhead(fetchForOffline)
  useEffect(() => showWaiting(board.cards), [board])
  const shown = useRef(data)
  useBefore(() => {
    if (shown.current === data) return
    shown.current = data
    board.cards.reset(cardsIn(data))
  }, [board, data])

  useEvents(data.head, (event) => {
    hearFirst?.(event, board.cards)
    if (board.cards.hear(event, me.memberId) && belongs(event.data, grouping, groups)) revalidate()
  })

  const query = useMemo(() => filterKey(params), [params])
  const filtered = useRef(query)
  useBefore(() => {
    if (filtered.current === query) return
    filtered.current = query
    board.cards.setFilter(match)
  }, [board, query, match])

  const grouped = useRef(grouping)
  useBefore(() => {
    if (grouped.current === grouping) return
    grouped.current = grouping
    board.cards.setGrouping(grouping)
  }, [board, grouping])

  return { board, openPost: post ?? null, asked, ask, closeAsked: () => setAsked(null) }
}

/** Whether a change of a card that is not here may have brought it here. */
function belongs(data: unknown, { groupOf, split }: Grouping, shown?: readonly string[]): boolean {
  const { set } = data as { set?: Partial<Card> }
  if (!set) return false
  const card = { id: '', sendLocal: null, channelIds: [], own: null, ...set } as unknown as Card
  return (split?.(card) ?? [card]).some((part) => {
    const group = groupOf(part)
    return group != null && (shown?.includes(group) ?? true)
  })
}

const filterKey = (params: URLSearchParams) => JSON.stringify(filterFrom(params))
