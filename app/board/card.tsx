import { Ellipsis } from 'lucide-react'
import { memo, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Card } from '#server/post/card.rules.ts'
import { LabelChips } from '../label/label-chip.tsx'
import { useDirectory, useMay } from '../live/directory.tsx'
import { WaitingMark } from '../live/outbox/waiting-mark.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { Time } from '../ui/time.tsx'
import { useBoard, useCard, useHolders, useIsCurrent, useIsSelected } from './board-context.tsx'
import { ApprovalRing, CampaignName, ChannelMarks, OpenThreads, Trouble } from './card-facts.tsx'
import { CardNotes } from './card-notes.tsx'
import { hasFacts } from './has-facts.ts'
import { Holders } from './holders.tsx'
import { useDragCard } from './use-drag.ts'

const loadMenu = () => import('./card-menu.tsx')

interface CardViewProps {
  id: string
  /** the first of a column that is drawn: Tab comes to it, arrows lead on */
  first: boolean
  /** the page lives: a card has its menu */
  alive: boolean
  /** id of the campaign, channel or member whose lane it stands in */
  lane?: string | undefined
}

/** One card. Wakes only for its own changes. */
export const CardView = memo(function CardView({ id, ...rest }: CardViewProps) {
  const card = useCard(id)
  return card ? <Face card={card} {...rest} /> : null
})

/** A card but for what its lane says already. */
const without = (card: Card, lane: string): Card => ({
  ...card,
  campaignId: card.campaignId === lane ? null : card.campaignId,
  assigneeId: card.assigneeId === lane ? null : card.assigneeId,
  channelIds: card.channelIds.filter((id) => id !== lane),
})

function Face({ card: whole, first, alive, lane }: { card: Card } & Omit<CardViewProps, 'id'>) {
  const card = lane ? without(whole, lane) : whole
  const t = useTranslations('board.card')
  const board = useBoard()
  const may = useMay()
  const { members } = useDirectory()
  const ref = useRef<HTMLDivElement>(null)
  const { id } = card
  const holders = useHolders(id)
  const current = useIsCurrent(id)
  const selected = useIsSelected(id)
  const drag = useMemo(
    () => ({
      card: () => board.cards.card(id),
      count: () => board.selection.taken(id),
      start: () => {
        ref.current?.setAttribute('data-dragged', '')
        board.focus.setDragged(id)
      },
      end: () => {
        ref.current?.removeAttribute('data-dragged')
        board.focus.setDragged(null)
      },
    }),
    [board, id],
  )
  useDragCard(ref, drag, may('post:write', card.teamId))
  const assignee = members.find((member) => member.id === card.assigneeId)
  return (
    <article
      ref={ref}
      data-card={id}
      data-selected={selected ? '' : undefined}
      className={cx(
        'hover-part relative rounded-card bg-raised touch:select-none touch:[-webkit-touch-callout:none] p-2.5 shadow-lift ring-1 ring-line ring-inset transition-shadow duration-120 hover:ring-line-strong',
        'data-selected:bg-accent-soft data-selected:ring-2 data-selected:ring-accent',
        'data-dragged:opacity-40 data-dragged:ring-2 data-dragged:ring-accent',
        'has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-accent',
      )}
    >
      {card.cover ? <Cover assetId={card.cover} /> : null}
      {card.campaignId ? (
        <div className="mb-1 flex pr-7 text-meta text-subtle">
          <CampaignName id={card.campaignId} />
        </div>
      ) : null}
      <h3 dir="auto" className="line-clamp-2 text-dense font-medium text-pretty touch:mr-8">
        <a
          href={board.href(id)}
          tabIndex={current || first ? 0 : -1}
          aria-description={selected ? t('selected') : undefined}
          draggable={false}
          className="outline-none after:absolute after:inset-0"
          onFocus={() => board.focus.setCurrent(id)}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
            event.preventDefault()
            board.open(id)
          }}
        >
          {card.title || t('untitled')}
        </a>
      </h3>
      {hasFacts(card) ? (
        <div className="mt-2 flex min-h-5 flex-wrap items-center gap-x-2 gap-y-1">
          {card.trouble ? <Trouble trouble={card.trouble} /> : null}
          {card.labels.length ? <LabelChips ids={card.labels} /> : null}
          {card.channelIds.length ? <ChannelMarks ids={card.channelIds} /> : null}
          {card.sendAt !== null ? (
            <Time
              at={card.sendAt}
              zone={card.sendZone ?? undefined}
              className="relative text-meta text-muted tabular-nums"
            />
          ) : null}
          <span className="ml-auto flex flex-wrap items-center justify-end gap-x-2">
            <CardNotes card={card} />
            <OpenThreads count={card.openThreads} />
            {card.approval ? <ApprovalRing {...card.approval} /> : null}
            {assignee ? <Avatar person={assignee} size={20} className="relative" /> : null}
          </span>
        </div>
      ) : null}
      {alive ? <MenuButton id={id} title={card.title} /> : null}
      <WaitingMark
        postId={id}
        className="absolute! -top-2 left-2 rounded-full bg-raised p-0.5 ring-1 ring-line-strong"
      />
      {holders.length ? <Holders people={holders} id={id} /> : null}
    </article>
  )
}

function MenuButton({ id, title }: { id: string; title: string }) {
  const t = useTranslations('board.card')
  const board = useBoard()
  return (
    // Under a finger it is always there: its dots have a ground of their own, for on a picture they would be lost.
    <LazyTrigger
      button={
        <IconButton
          label={t('menu', { title })}
          icon={<Ellipsis />}
          size="dense"
          tabIndex={-1}
          className="absolute! top-1 right-1 bg-raised opacity-0 part-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 touch:top-0 touch:right-0 touch:bg-transparent touch:opacity-100 touch:[&_svg]:size-6 touch:[&_svg]:rounded-control touch:[&_svg]:bg-raised touch:[&_svg]:p-1"
        />
      }
      load={async () => {
        const { CardMenu } = await loadMenu()
        return (props) => <CardMenu {...props} id={id} board={board} />
      }}
    />
  )
}

function Cover({ assetId }: { assetId: string }) {
  const { workspace } = useDirectory()
  return (
    <img
      src={`/w/${workspace.slug}/assets/${assetId}?size=card`}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      className="card-cover -mx-2.5 -mt-2.5 mb-2 aspect-video max-h-52 w-[calc(100%+1.25rem)] max-w-none rounded-t-card bg-n4 object-cover"
    />
  )
}
