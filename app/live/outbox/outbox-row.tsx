import { useTranslations } from 'use-intl'
import { useProblemText } from '../../shell/problem-text.ts'
import { mayWrite, writeAgain } from '../../shell/write-again.ts'
import { Button } from '../../ui/button.tsx'
import { choose, confirm, drop } from './answer.ts'
import { standsOf } from './conflict.rules.ts'
import type { Entry } from './entry.rules.ts'
import { useWords } from './use-words.ts'
import { WaitingIcon } from './waiting-mark.tsx'

interface OutboxRowProps {
  entry: Entry
  behind: boolean
  /** Closes the list. */
  close(): void
}

/** One change: what it does, and what can be done about it. `behind`: another one must be answered first. */
export function OutboxRow({ entry, behind, close }: OutboxRowProps) {
  const t = useTranslations('outbox')
  const say = useProblemText()
  const { what } = useWords()
  const words = what(entry)
  const { state, told } = entry
  return (
    <li className="flex items-start gap-x-3 rounded-control px-2 py-2 hover:bg-hover">
      <WaitingIcon state={state === 'waiting' ? 'waiting' : 'asking'} className="mt-0.5" />
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-52 text-dense">
          {state === 'conflict' ? (
            <Sides entry={entry} />
          ) : (
            <>
              <p className="break-words">{words}</p>
              {state === 'waiting' ? null : (
                <p className="text-muted">
                  {t('refused', { why: told?.message || say(told?.code ?? '', told?.params) })}
                </p>
              )}
              {behind ? <p className="text-muted">{t('waitsBehind')}</p> : null}
            </>
          )}
        </div>
        {state === 'conflict' ? null : (
          <div className="flex flex-wrap gap-2">
            {state === 'question' ? (
              <Button size="dense" onClick={() => confirm(entry)}>
                {t('anyway')}
              </Button>
            ) : null}
            {state === 'refused' && entry.verb === 'post.create' && mayWrite() ? (
              <Button
                size="dense"
                onClick={() => {
                  drop(entry)
                  close()
                  // The list gives the focus back first.
                  requestAnimationFrame(() => requestAnimationFrame(() => writeAgain(entry.title)))
                }}
              >
                {t('writeAgain')}
              </Button>
            ) : null}
            <Button
              size="dense"
              kind="quiet"
              aria-label={state === 'refused' ? undefined : t('dropOne', { what: words })}
              onClick={() => drop(entry)}
            >
              {t(state === 'refused' ? 'dismiss' : 'drop')}
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

/** Both sides of a conflict, and the choice. */
function Sides({ entry }: { entry: Entry }) {
  const t = useTranslations('outbox')
  const { mine, values } = useWords()
  const now = standsOf(entry.told?.params) ?? {}
  const name = String(entry.told?.params.name ?? '')
  const [ours, theirs] = [mine(entry), values(now)]
  const kind = entry.verb === 'post.move' ? 'move' : entry.verb === 'post.reschedule' ? 'time' : 'change'
  return (
    <>
      <p className="break-words">{t(`conflict.${kind}`, { title: entry.title, mine: ours, name, theirs })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="dense" className="max-w-full" onClick={() => choose(entry, 'mine')}>
          <span className="truncate">{t('mine', { what: ours })}</span>
        </Button>
        <Button size="dense" className="max-w-full" onClick={() => choose(entry, 'theirs')}>
          <span className="truncate">{t('theirs', { name, what: theirs })}</span>
        </Button>
      </div>
    </>
  )
}
