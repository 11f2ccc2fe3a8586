import type { ReactElement } from 'react'
import { useFormatter, useLocale } from 'use-intl'
import type { ThreadMessage } from '#server/conversation/thread.reads.ts'
import { sentimentLabels } from '#server/sentiment/sentiment.rules.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { Popover, PopoverClose } from '../ui/popover.tsx'
import { useInbox } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'
import { SentimentMark } from './sentiment-mark.tsx'
import type { SentimentNoteProps } from './sentiment-note.tsx'

/** The deciding words with their weight, who or what said so, and a way to say otherwise. */
export function SentimentWhy({
  message,
  conversationId,
  teamId,
  trigger,
}: SentimentNoteProps & { trigger: ReactElement }) {
  const t = useInboxWords('sentiment')
  const format = useFormatter()
  const { acts } = useInbox()
  const may = useMay()
  const label = message.sentiment ?? 'neutral'
  const words = message.words ?? []
  return (
    <Popover
      trigger={trigger}
      defaultOpen
      label={t('label', { label: t(label) })}
      className="flex flex-col gap-3"
    >
      <p className="flex items-center gap-2 text-body font-medium">
        <SentimentMark label={label} silent />
        {t(label)}
      </p>
      <WhoSaid message={message} />
      {words.length ? (
        <div>
          <h3 className="mb-1 text-meta text-subtle">{t('words')}</h3>
          <ul className="flex flex-wrap gap-1.5">
            {words.map(({ word, weight }) => (
              <li
                key={word}
                data-tone={weight < 0 ? 'rose' : 'emerald'}
                className="inline-flex max-w-full items-center gap-1.5 rounded-full bg-tone-soft px-2 py-0.5 text-dense text-tone-text"
              >
                <span className="truncate">{word}</span>
                <span className="tabular-nums">
                  {format.number(weight, { signDisplay: 'always', maximumFractionDigits: 2 })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="text-dense text-muted">{t('noWords')}</p>
      )}
      {may('sentiment:correct', teamId) ? (
        <div className="border-t border-line pt-3">
          <h3 className="mb-1.5 text-meta text-subtle">{t('correct')}</h3>
          <div className="flex flex-wrap gap-1.5">
            {sentimentLabels
              .filter((one) => one !== label || message.by === 'none')
              .map((one) => (
                <PopoverClose key={one}>
                  <Button
                    size="dense"
                    icon={<SentimentMark label={one} silent />}
                    onClick={() => void acts.correct(conversationId, message.id, one)}
                  >
                    {t(one)}
                  </Button>
                </PopoverClose>
              ))}
          </div>
        </div>
      ) : null}
    </Popover>
  )
}

/** "By natural, English", "Not judged: no Korean lexicon", "Corrected by Ada". */
function WhoSaid({ message: { by, language, judged } }: { message: ThreadMessage }) {
  const t = useInboxWords('sentiment')
  const locale = useLocale()
  const { members } = useDirectory()
  const unknown = !language || language === 'und'
  const name = unknown ? '' : (new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language)
  const corrector = members.find(({ id }) => id === by)
  const words = () => {
    if (corrector) return t('corrected', { name: corrector.name })
    if (by === 'natural' || by === 'workspace') return t(by, { language: name })
    if (by === 'emoji') return t('emoji')
    if (unknown) return t('noLanguage')
    return judged ? t('none', { language: name }) : t('noLexicon', { language: name })
  }
  return (
    <p className="text-dense text-muted">
      {words()}
      {corrector ? <span className="block text-meta text-subtle">{t('was')}</span> : null}
    </p>
  )
}
