import { Link } from '@remix-run/react'
import { Repeat } from 'lucide-react'
import { useState } from 'react'
import { useDraft } from '../draft/draft-context.tsx'
import { useDetails } from '../draft/use-details.ts'
import { usePath } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { Time } from '../ui/time.tsx'
import { toast } from '../ui/toast.ts'
import { EndDialog } from './end-dialog.tsx'
import { RepeatDialog } from './repeat-dialog.tsx'
import { useRepeatText } from './rule-text.ts'
import { useSeriesWords } from './series-words.ts'
import { useKeptWords } from './use-kept-words.ts'

/** Whether and how a post repeats, and the way to change that. */
export function RepeatPart() {
  const t = useSeriesWords()
  const done = useSeriesWords('done')
  const path = usePath()
  const say = useRepeatText()
  const post = useDraft((state) => state.data.post)
  const series = useDraft((state) => state.data.series)
  const mayPlan = useDraft((state) => state.data.can.plan)
  const [asked, ask] = useState<'rule' | 'end' | null>(null)
  const [busy, setBusy] = useState(false)
  const kept = useKeptWords()
  const { run } = useDetails()
  const close = () => ask(null)
  async function carryOn() {
    setBusy(true)
    const answer = await run('series.carryOn', { postId: post.id })
    setBusy(false)
    if (!answer) return
    toast({ kind: 'done', title: done('carried', { made: answer.made }), ...kept(answer) })
  }
  if (!series && !mayPlan) return null
  return (
    <section aria-label={t('title')} className="flex flex-col gap-1.5">
      <h2 className="text-meta font-medium text-subtle">{t('title')}</h2>
      {series ? (
        <>
          <p className="flex items-start gap-1.5 text-dense">
            <Repeat className="mt-0.5 size-4 shrink-0 text-subtle" aria-hidden="true" />
            <span className="min-w-0">{say(series)}</span>
          </p>
          {series.postId !== post.id ? (
            <p className="min-w-0 truncate text-dense text-muted">
              {t('original')}{' '}
              <Link
                to={path(`post/${series.postId}`)}
                className="font-medium text-accent-text hover:underline"
              >
                {series.title}
              </Link>
            </p>
          ) : null}
          <p className="text-dense text-muted tabular-nums">
            {series.resting
              ? t('resting')
              : series.nextAt === null
                ? t('none')
                : t.rich('next', {
                    time: () => <Time at={series.nextAt ?? 0} format="dayTime" zone={series.zone} />,
                  })}
            {series.ahead > 0 ? ` · ${t('ahead', { count: series.ahead })}` : null}
          </p>
          {series.behind > 0 ? (
            <p className="text-dense text-muted">{t('behind', { count: series.behind })}</p>
          ) : null}
          {mayPlan ? (
            <div className="flex flex-wrap gap-2">
              {series.behind > 0 ? (
                <Button size="dense" busy={busy} onClick={() => void carryOn()}>
                  {t('carryOn', { count: series.behind })}
                </Button>
              ) : null}
              <Button size="dense" onClick={() => ask('rule')}>
                {t('change')}
              </Button>
              <Button kind="quiet" size="dense" onClick={() => ask('end')}>
                {t('end')}
              </Button>
            </div>
          ) : null}
        </>
      ) : (
        <>
          <p className="text-dense text-muted">{t(post.sendLocal === null ? 'needsTime' : 'hint')}</p>
          {post.sendLocal === null ? null : (
            <Button size="dense" icon={<Repeat />} className="self-start" onClick={() => ask('rule')}>
              {t('repeat')}
            </Button>
          )}
        </>
      )}
      {asked === 'rule' ? <RepeatDialog onClose={close} /> : null}
      {asked === 'end' && series ? <EndDialog series={series} onClose={close} /> : null}
    </section>
  )
}
