import { Link } from '@remix-run/react'
import { EyeOff } from 'lucide-react'
import { memo, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'
import type { Card } from '#server/post/card.rules.ts'
import { CampaignName, ChannelMarks, Trouble } from '../../board/card-facts.tsx'
import { StageMark } from '../../board/stage-mark.tsx'
import { useDirectory, usePath } from '../../live/directory.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Time } from '../../ui/time.tsx'
import { useCanvas } from '../canvas-context.ts'
import { useCanvasWords } from '../canvas-words.ts'
import { type ObjectProps, ring } from './object-node.ts'

/** A post of the plan: its stage and time as they are now. */
export const PostNode = memo(function PostNode({ data: { object }, selected }: ObjectProps<'post'>) {
  const t = useCanvasWords()
  const { shelf } = useCanvas()
  const { postId } = object
  const card = useStore(shelf.store, ({ cards }) => cards.get(postId))
  useEffect(() => shelf.want([postId]), [shelf, postId])
  return (
    <article
      data-post={postId}
      className={`canvas-card flex size-full flex-col gap-1.5 overflow-hidden rounded-card bg-raised p-3 shadow-lift ring-1 ring-line ring-inset ${ring(selected)}`}
    >
      {card ? (
        <Face card={card} />
      ) : (
        <p className="m-auto flex items-center gap-1.5 text-center text-dense text-subtle">
          {card === null ? (
            <>
              <EyeOff className="size-4 shrink-0" aria-hidden="true" />
              {t('postHidden')}
            </>
          ) : null}
        </p>
      )}
    </article>
  )
})

function Face({ card }: { card: Card }) {
  const t = useTranslations('board')
  const path = usePath()
  const { members } = useDirectory()
  const assignee = members.find((member) => member.id === card.assigneeId)
  return (
    <>
      <div className="flex items-center gap-1.5 text-meta text-muted">
        <StageMark stage={card.stage} />
        <span data-stage={card.stage}>{t(`stage.${card.stage}`)}</span>
        {card.campaignId ? (
          <span className="ml-auto flex min-w-0 text-subtle">
            <CampaignName id={card.campaignId} />
          </span>
        ) : null}
      </div>
      <h2 className="line-clamp-2 text-dense font-medium text-pretty">
        <Link to={path(`post/${card.id}`)} draggable={false} className="nopan hover:underline" tabIndex={-1}>
          {card.title || t('card.untitled')}
        </Link>
      </h2>
      <div className="mt-auto flex flex-wrap items-center gap-x-2 gap-y-1">
        {card.trouble ? <Trouble trouble={card.trouble} /> : null}
        {card.channelIds.length ? <ChannelMarks ids={card.channelIds} /> : null}
        {card.sendAt !== null ? (
          <Time
            at={card.sendAt}
            zone={card.sendZone ?? undefined}
            className="text-meta text-muted tabular-nums"
          />
        ) : null}
        {assignee ? <Avatar person={assignee} size={20} className="ml-auto" /> : null}
      </div>
    </>
  )
}
