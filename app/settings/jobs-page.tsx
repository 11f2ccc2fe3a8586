import { useState } from 'react'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { useClock } from '../ui/clock.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Table, Td, Th } from '../ui/table.tsx'
import { Ago } from '../ui/time.tsx'
import { Row, Rows, Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'
import { useAct } from './use-act.ts'

export interface JobsFacts {
  kinds: { kind: string; waiting: number; parked: number; done: number; nextAt: number | null }[]
  parked: {
    id: string
    kind: string
    attempts: number
    lastError: string | null
    finishedAt: number | null
  }[]
  next: {
    id: string
    kind: string
    runAt: number
    attempts: number
    maxAttempts: number
    lastError: string | null
  }[]
}

/** Background work: what is parked first, since it waits for a person. */
export function JobsPage({ jobs }: { jobs: JobsFacts }) {
  const t = useSettingsWords('jobs')
  const s = useSettingsWords()
  const { busy, run } = useAct()
  const [dropping, drop] = useState<string | null>(null)
  return (
    <>
      <header className="pb-6">
        <h2 className="text-section font-semibold">{s('nav.jobs')}</h2>
        <p className="mt-0.5 text-dense text-muted">{t('hint')}</p>
      </header>
      <Section level={3} title={t('parked')} hint={t('parkedHint')}>
        {jobs.parked.length ? (
          <Rows label={t('parked')}>
            {jobs.parked.map((job) => (
              <Row
                key={job.id}
                title={
                  <>
                    <JobName kind={job.kind} />
                    <Badge tone="red">{t('attempts', { count: job.attempts })}</Badge>
                  </>
                }
                detail={
                  <>
                    <span className="font-mono">{job.lastError ?? t('noError')}</span>
                    {job.finishedAt ? (
                      <>
                        {' · '}
                        <Ago at={job.finishedAt} />
                      </>
                    ) : null}
                  </>
                }
              >
                <Button size="dense" busy={busy} onClick={() => run('job.retry', { jobId: job.id })}>
                  {t('retry')}
                </Button>
                <Button size="dense" kind="quiet" onClick={() => drop(job.id)}>
                  {t('drop')}
                </Button>
              </Row>
            ))}
          </Rows>
        ) : (
          <p className="text-dense text-muted">{t('noneParked')}</p>
        )}
      </Section>
      {jobs.kinds.length ? (
        <Section level={3} title={t('kinds')}>
          <Table caption={s('nav.jobs')}>
            <thead>
              <tr>
                <Th>{t('kind')}</Th>
                <Th numeric>{t('waiting')}</Th>
                <Th numeric>{t('parkedColumn')}</Th>
                <Th numeric>{t('done')}</Th>
                <Th>{t('nextRun')}</Th>
              </tr>
            </thead>
            <tbody>
              {jobs.kinds.map((one) => (
                <tr key={one.kind}>
                  <Td>
                    <JobName kind={one.kind} />
                  </Td>
                  <Td numeric>{one.waiting}</Td>
                  <Td numeric>{one.parked}</Td>
                  <Td numeric>{one.done}</Td>
                  <Td className="whitespace-nowrap">{one.nextAt ? <When at={one.nextAt} /> : null}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
      ) : null}
      <Section level={3} title={t('next')}>
        {jobs.next.length ? (
          <Rows label={t('next')}>
            {jobs.next.map((job) => (
              <Row
                key={job.id}
                title={<JobName kind={job.kind} />}
                detail={
                  <>
                    <When at={job.runAt} /> ·{' '}
                    {t('attempt', { n: Math.min(job.attempts + 1, job.maxAttempts), of: job.maxAttempts })}
                    {job.lastError ? <span className="block font-mono">{job.lastError}</span> : null}
                  </>
                }
              />
            ))}
          </Rows>
        ) : (
          <p className="text-dense text-muted">{t('noneNext')}</p>
        )}
      </Section>
      <ConfirmDialog
        open={dropping !== null}
        onOpenChange={() => drop(null)}
        title={t('dropAsk')}
        act={t('dropAct')}
        danger
        busy={busy}
        onConfirm={async () => {
          if (dropping) await run('job.drop', { jobId: dropping })
          drop(null)
        }}
      >
        {t('dropBody')}
      </ConfirmDialog>
    </>
  )
}

const WORK = [
  'api.forgetKeys',
  'channel.poll',
  'channel.pollAll',
  'conversation.send',
  'conversation.wake',
  'delivery.send',
  'delivery.sweep',
  'import.run',
  'import.undo',
  'job.sweep',
  'metric.collect',
  'metric.collectAll',
  'notification.mail',
  'pen.free',
  'practice.storm',
] as const

/** What a kind of job does, in words; one without words keeps its name. */
function JobName({ kind }: { kind: string }) {
  const t = useSettingsWords('jobs')
  const key = WORK.find((one) => one === kind)
  return <span title={kind}>{key ? t(`work.${key}`) : kind}</span>
}

/** What is nearer than this is due now, ms: the page's clock goes in such steps. */
const NEAR = 45_000

/** When it runs next; what is due is due now, not "just now". */
function When({ at }: { at: number }) {
  const t = useSettingsWords('jobs')
  const now = useClock()
  return at - now < NEAR ? <span>{t('due')}</span> : <Ago at={at} />
}
