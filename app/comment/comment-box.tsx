import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { v7 } from 'uuid'
import { useDirectory } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { TextArea } from '../ui/text-field.tsx'
import { useCommentWords } from './comment-words.ts'
import { complete, type Mentionable, matching, mentionAt, mentionsIn } from './mention.rules.ts'
import type { Words } from './use-talk-acts.ts'

interface CommentBoxProps {
  label: string
  act: string
  initial?: string
  autoFocus?: boolean
  /** Resolves when it was taken; the words stay when it rejects. */
  onSend(words: Words): Promise<void>
  /** Under this name the words are kept until they are sent, also when the box goes away. */
  keep?: string
  onCancel?: () => void
  before?: ReactNode
}

/** Words that were not sent yet, by the name of their box. */
const kept = new Map<string, string>()

/** Where one writes a comment: @ offers people, Ctrl/Cmd-Enter sends, Esc lets go. */
export function CommentBox({
  label,
  act,
  initial = '',
  autoFocus,
  onSend,
  keep,
  onCancel,
  before,
}: CommentBoxProps) {
  const t = useTranslations()
  const say = useCommentWords()
  const { members, me } = useDirectory()
  const people: Mentionable[] = members.filter((one) => !one.gone && one.id !== me.memberId)
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const [body, setWords] = useState((keep && kept.get(keep)) ?? initial)
  // The same words sent again after a lost answer are the same comment.
  const attempt = useRef<{ id: string; words: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const [offer, setOffer] = useState<{ start: number; people: Mentionable[]; at: number } | null>(null)
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])

  function setBody(next: string) {
    setWords(next)
    if (keep && next) kept.set(keep, next)
    else if (keep) kept.delete(keep)
  }
  function look(element: HTMLTextAreaElement) {
    const found = mentionAt(element.value, element.selectionStart)
    const fitting = found ? matching(people, found.query) : []
    setOffer(found && fitting.length ? { start: found.start, people: fitting, at: 0 } : null)
  }
  function pick(person: Mentionable) {
    const element = field.current
    if (!element || !offer) return
    const next = complete(body, offer, element.selectionStart, person.name)
    setBody(next.text)
    setOffer(null)
    requestAnimationFrame(() => element.setSelectionRange(next.caret, next.caret))
  }
  async function send() {
    const words = body.trim()
    if (!words || busy) return
    setBusy(true)
    const id = attempt.current?.words === words ? attempt.current.id : v7()
    attempt.current = { id, words }
    try {
      await onSend({ id, body: words, mentionIds: mentionsIn(words, people).ids })
      attempt.current = null
      setBody('')
    } catch {
      // Whoever sends says why; the words stay.
    } finally {
      setBusy(false)
    }
  }
  function press(event: KeyboardEvent) {
    // Enter and Escape of an input method are about its own letters.
    if (event.nativeEvent.isComposing) return
    if (offer && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'].includes(event.key)) {
      event.preventDefault()
      event.stopPropagation()
      const person = offer.people[offer.at]
      if (event.key === 'Escape') setOffer(null)
      else if (event.key.startsWith('Arrow')) {
        const step = event.key === 'ArrowDown' ? 1 : -1
        setOffer({ ...offer, at: (offer.at + step + offer.people.length) % offer.people.length })
      } else if (person) pick(person)
      return
    }
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      event.stopPropagation()
      void send()
    } else if (event.key === 'Escape' && onCancel) {
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    }
  }

  return (
    <div className="relative flex flex-col gap-1.5">
      {before}
      <TextArea
        ref={field}
        rows={1}
        aria-label={label}
        placeholder={label}
        value={body}
        className="min-h-9! text-dense"
        aria-autocomplete="list"
        aria-activedescendant={offer ? `${list}-${offer.at}` : undefined}
        onChange={(event) => {
          setBody(event.target.value)
          look(event.target)
        }}
        onKeyDown={press}
        onBlur={() => setOffer(null)}
      />
      {offer ? (
        <div
          role="listbox"
          aria-label={say('mention')}
          className="absolute top-full right-0 left-0 z-30 mt-1 rounded-card bg-overlay p-1 shadow-menu"
        >
          {offer.people.map((person, index) => (
            <div
              key={person.id}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === offer.at}
              onMouseDown={(event) => {
                event.preventDefault()
                pick(person)
              }}
              className={cx(
                'flex cursor-pointer items-center gap-2 rounded-control px-2 py-1 text-dense',
                index === offer.at && 'bg-n4',
              )}
            >
              <Avatar person={person} size={20} silent />
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
      {body.trim() || onCancel ? (
        <div className="flex justify-end gap-1.5">
          {onCancel ? (
            <Button kind="quiet" size="dense" onClick={onCancel}>
              {t('ui.cancel')}
            </Button>
          ) : null}
          <Button size="dense" busy={busy} disabled={!body.trim()} onClick={() => void send()}>
            {act}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
