import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { LogEvent } from '#server/event/catalogue.ts'
import { useDirectory, usePath } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'
import { useReadAgain } from '../live/read-again.ts'
import { Section } from '../settings/section.tsx'
import { useAct } from '../settings/use-act.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { BadRows } from './bad-rows.tsx'
import { Outcome } from './outcome.tsx'
import { Progress } from './progress.tsx'
import { useTransferWords } from './transfer-words.ts'
import type { BadRow, ImportFacts } from './types.ts'

interface RunViewProps {
  head: number
  facts: ImportFacts
  bad: readonly BadRow[]
}

/** How far an import is, live, and what came of it; from here it is undone. */
export function RunView({ head, facts, bad }: RunViewProps) {
  const t = useTransferWords()
  const path = usePath()
  const { teams } = useDirectory()
  const { busy, run } = useAct()
  const [asking, ask] = useState(false)
  const now = useProgress(head, facts)
  const team = teams.find(({ id }) => id === facts.teamId)?.name
  const working = now.state === 'running' || now.state === 'undoing'
  return (
    <div className="flex flex-col gap-4">
      {working ? (
        <Progress
          label={t(now.state === 'undoing' ? 'run.undoing' : 'state.running')}
          done={now.at}
          total={now.of}
          hint={t('run.leave')}
        />
      ) : (
        <Banner tone={now.state === 'failed' ? 'red' : now.state === 'undone' ? 'neutral' : 'green'}>
          <p className="font-medium">
            {t(
              now.state === 'failed' ? 'run.stopped' : now.state === 'undone' ? 'run.undone' : 'run.finished',
            )}
          </p>
          {now.state === 'failed' && facts.error ? <p>{facts.errorText}</p> : null}
        </Banner>
      )}
      <p className="text-body tabular-nums">
        <Outcome run={now} />
        {team ? <span className="text-subtle"> · {t('run.team', { team })}</span> : null}
      </p>
      {now.state === 'undone' && now.kept ? (
        <p className="text-dense text-muted">{t('run.keptHint', { kept: now.kept })}</p>
      ) : null}
      {working ? null : (
        <div className="flex flex-wrap gap-2">
          {now.state === 'failed' ? (
            <Button
              kind="primary"
              busy={busy}
              onClick={() => void run('import.resume', { importId: facts.id })}
            >
              {t('run.resume')}
            </Button>
          ) : null}
          <Link to={path('board')} className={buttonClass(now.state === 'done' ? { kind: 'primary' } : {})}>
            {t('run.board')}
          </Link>
          <Link to={path('settings/imports')} className={buttonClass()}>
            {t('run.new')}
          </Link>
          {now.state !== 'undone' && now.made > 0 ? (
            <Button kind="quiet" onClick={() => ask(true)}>
              {t('run.undo')}
            </Button>
          ) : null}
        </div>
      )}
      {bad.length ? (
        <Section
          level={3}
          title={t('preview.bad')}
          act={
            <a
              href={path(`settings/imports/${facts.id}/bad.csv`)}
              download
              className={buttonClass({ size: 'dense' })}
            >
              {t('run.bad')}
            </a>
          }
        >
          <BadRows rows={bad} total={now.bad} />
        </Section>
      ) : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title={t('run.undoTitle', { name: facts.name })}
        act={t('run.undoAct')}
        danger
        busy={busy}
        onConfirm={async () => {
          await run('import.undo', { importId: facts.id })
          ask(false)
        }}
      >
        {t('run.undoBody', { made: now.made })}
      </ConfirmDialog>
    </div>
  )
}

/** The facts of an import with what the log has told since; at the end of a part everything is read again. */
function useProgress(head: number, facts: ImportFacts) {
  const readAgain = useReadAgain()
  const [told, setTold] = useState<Partial<ImportFacts> & { at?: number; of?: number }>({})
  // What was read again knows more than what was heard before it.
  useEffect(() => setTold((before) => (facts ? {} : before)), [facts])
  useEvents(head, (event: LogEvent) => {
    if (!('importName' in event.data) || event.data.id !== facts.id) return
    if (event.type === 'import.filled') {
      const { done, total, made, updated, bad } = event.data
      setTold({ state: 'running', at: done, of: total, made, updated, bad })
    } else if (event.type === 'import.emptied') {
      setTold({ state: 'undoing', at: event.data.done, of: event.data.total })
    } else readAgain()
  })
  const undoing = (told.state ?? facts.state) === 'undoing'
  return {
    ...facts,
    ...told,
    at: told.at ?? (undoing ? facts.removed + facts.kept : facts.done),
    of: told.of ?? (undoing ? facts.made : facts.total),
  }
}
