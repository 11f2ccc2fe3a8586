import { StageMark } from '../board/stage-mark.tsx'
import { useDirectory } from '../live/directory.tsx'
import { Section } from '../settings/section.tsx'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { cx } from '../ui/cx.ts'
import { BadRows } from './bad-rows.tsx'
import { useTransferWords } from './transfer-words.ts'
import type { CsvLook } from './types.ts'

/** The first posts as they would be, and every kind of remark on the rest. */
export function CsvPreview({ look, stale }: { look: CsvLook; stale: boolean }) {
  const t = useTransferWords('preview')
  const { channels } = useDirectory()
  const { counts, sample, bad, newLabels, labelsRoom } = look
  const nameOf = (id: string) => channels.find((one) => one.id === id)?.name ?? ''
  const remarks = [
    counts.past ? t('past', { n: counts.past }) : null,
    counts.clocks ? t('clocks', { n: counts.clocks }) : null,
    counts.stage ? t('stage', { n: counts.stage }) : null,
    newLabels.length ? t('labels', { names: newLabels.slice(0, 20).join(', ') }) : null,
  ].filter((one) => one !== null)
  return (
    <>
      <Section level={3} title={t('title')} hint={<span aria-live="polite">{t('counts', counts)}</span>}>
        <div className={cx('flex flex-col gap-3 transition-opacity duration-120', stale && 'opacity-50')}>
          {labelsRoom ? null : (
            <Banner tone="red" urgent>
              {t('labelsFull')}
            </Banner>
          )}
          {remarks.length ? (
            <ul className="flex list-disc flex-col gap-1 pl-4 text-dense text-muted">
              {remarks.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          ) : null}
          {sample.length ? (
            <ul aria-label={t('title')} className="flex flex-col">
              {sample.map((row) => (
                <li
                  key={row.row}
                  className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line py-2 text-dense last:border-b-0"
                >
                  <span className="flex min-w-0 flex-1 basis-60 items-center gap-2">
                    <StageMark stage={row.stage} />
                    <span className="min-w-0 truncate font-medium">{row.title}</span>
                    {row.labels.slice(0, 2).map((name) => (
                      <Badge key={name}>{name}</Badge>
                    ))}
                  </span>
                  {row.sendLocal ? (
                    <span className="whitespace-nowrap tabular-nums">
                      {row.sendLocal.replace('T', ' ')}{' '}
                      <span className="text-meta text-subtle">{row.sendZone?.replaceAll('_', ' ')}</span>
                    </span>
                  ) : null}
                  {row.channelIds.length ? (
                    <span className="max-w-48 truncate text-muted">
                      {row.channelIds.map(nameOf).join(', ')}
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          ) : (
            <Banner tone="amber">{t('nothing')}</Banner>
          )}
          {counts.good > sample.length && sample.length ? (
            <p className="text-meta text-subtle">{t('more', { n: counts.good - sample.length })}</p>
          ) : null}
        </div>
      </Section>
      {bad.length ? (
        <Section level={3} title={t('bad')} hint={t('badHint')}>
          <BadRows rows={bad} total={counts.bad} />
        </Section>
      ) : null}
    </>
  )
}
