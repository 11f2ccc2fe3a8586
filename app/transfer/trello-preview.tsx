import { LIST_TARGETS } from '#server/import/import.rules.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { cx } from '../ui/cx.ts'
import { Time } from '../ui/time.tsx'
import { useTransferWords } from './transfer-words.ts'
import type { TrelloLook } from './types.ts'

/** The first cards as they would come, and every kind of remark on the rest. */
export function TrelloPreview({ look, stale }: { look: TrelloLook; stale: boolean }) {
  const t = useTransferWords()
  const { counts, sample, stages } = look
  const remarks = [
    counts.comments + counts.checklists + counts.attachments > 0 ? t('trello.brings', counts) : null,
    counts.known ? t('trello.known', { n: counts.known }) : null,
    counts.several ? t('trello.several', { n: counts.several }) : null,
    look.commentsMissing ? t('trello.commentsMissing', { n: look.commentsMissing }) : null,
    look.linksMissing ? t('trello.linksMissing', { n: look.linksMissing }) : null,
    look.cut ? t('trello.cut', { n: look.cut }) : null,
  ].filter((one) => one !== null)
  const placeOf = (place: (typeof sample)[number]['place']) => {
    const target = LIST_TARGETS.find((one) => one === place)
    return target ? t(`trello.target.${target}`) : stages.find(({ id }) => id === place)?.name
  }
  return (
    <div className={cx('flex flex-col gap-3 transition-opacity duration-120', stale && 'opacity-50')}>
      <ul
        className="flex list-disc flex-col gap-1 pl-4 text-dense text-muted empty:hidden"
        aria-live="polite"
      >
        {remarks.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {sample.length ? (
        <ul aria-label={t('preview.title')} className="flex flex-col">
          {sample.map((card) => (
            <li
              key={card.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line py-2 text-dense last:border-b-0"
            >
              <span className="flex min-w-0 flex-1 basis-60 items-center gap-2">
                <span className="min-w-0 truncate font-medium">{card.title}</span>
                {card.labels.slice(0, 2).map((name) => (
                  <Badge key={name}>{name}</Badge>
                ))}
              </span>
              {card.dueAt === null ? null : (
                <span className="whitespace-nowrap text-muted tabular-nums">
                  {t('trello.due')} <Time at={card.dueAt} />
                </span>
              )}
              <span className="max-w-48 truncate text-muted">{placeOf(card.place)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Banner tone="amber">{t('trello.nothing')}</Banner>
      )}
      {counts.good > sample.length && sample.length ? (
        <p className="text-meta text-subtle">{t('preview.more', { n: counts.good - sample.length })}</p>
      ) : null}
    </div>
  )
}
