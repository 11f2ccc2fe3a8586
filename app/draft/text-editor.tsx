import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { moveCaret, patchBetween } from '#server/post/text-patch.rules.ts'
import { cx } from '../ui/cx.ts'
import { useDraftWords } from './draft-words.ts'
import { type Mark, segments, trimmed } from './highlight.rules.ts'
import { SelectionBar } from './selection-bar.tsx'

export interface Selected {
  start: number
  end: number
  quote: string
}

interface TextEditorProps {
  label: string
  text: string
  readOnly: boolean
  marks: readonly Mark[]
  /** The mark that is looked at, and the one that is pointed at. */
  active: string | null
  hovered: string | null
  /** From here on the text is over the limit; null when it fits. */
  overFrom: number | null
  onType(text: string): void
  onBlur(): void
  /** The caret, or the end of what is selected, is here now (UTF-16). */
  onCaret(at: number): void
  onHover(id: string | null): void
  onPick(id: string): void
  /** Null: this person may not comment. */
  onComment: ((selected: Selected) => void) | null
  /** A layer over the text, given the classes that make its letters fall on the field's. */
  over(letters: string): ReactNode
}

const letters =
  'col-start-1 row-start-1 min-w-0 whitespace-pre-wrap wrap-anywhere px-4 py-2.5 text-[0.9375rem] leading-[1.55] touch:text-[1rem]'

// The server draws the text too, and has nothing to measure.
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * The text being written. A plain text field, so that every keyboard, input method and screen reader works, with an
 * identical layer beneath it that draws what hangs on ranges.
 */
export function TextEditor(props: TextEditorProps) {
  const {
    label,
    text,
    readOnly,
    marks,
    active,
    hovered,
    overFrom,
    onType,
    onBlur,
    onCaret,
    onHover,
    onPick,
    onComment,
    over,
  } = props
  const t = useDraftWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const before = useRef(text)
  const own = useRef(text)
  const [selected, setSelected] = useState<Selected | null>(null)

  // Others' words arrive: the caret stays at the words it was in.
  useBeforePaint(() => {
    const element = field.current
    const patch = patchBetween(before.current, text)
    if (element && patch && own.current !== text && document.activeElement === element) {
      const { selectionStart, selectionEnd } = element
      element.setSelectionRange(moveCaret(selectionStart, patch), moveCaret(selectionEnd, patch))
    }
    before.current = text
    own.current = text
  }, [text])

  function look() {
    const element = field.current
    if (!element) return
    onCaret(element.selectionEnd)
    const found = trimmed(element.value, element.selectionStart, element.selectionEnd)
    setSelected(found && { ...found, quote: element.value.slice(found.start, found.end) })
  }
  const latest = useRef(look)
  latest.current = look
  useEffect(() => {
    const changed = () => {
      if (document.activeElement === field.current) latest.current()
    }
    // Words may have been selected before the page came to life.
    changed()
    document.addEventListener('selectionchange', changed)
    return () => document.removeEventListener('selectionchange', changed)
  }, [])

  function comment() {
    if (!selected || !onComment) return
    onComment(selected)
    setSelected(null)
  }
  function press(event: KeyboardEvent) {
    const alone =
      readOnly &&
      (event.key === 'c' || event.code === 'KeyC') &&
      !event.metaKey &&
      !event.ctrlKey &&
      !event.altKey
    const chord = event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey)
    if (!selected || !(alone || chord)) return
    event.preventDefault()
    comment()
  }

  const markAt = (event: MouseEvent): string | null => {
    for (const element of document.elementsFromPoint(event.clientX, event.clientY))
      if (element instanceof HTMLElement && element.dataset.mark) return element.dataset.mark
    return null
  }
  const pieces = useMemo(() => {
    const long = overFrom === null ? [] : [{ id: ' over', start: overFrom, end: text.length }]
    const chosen = selected ? [{ id: ' selected', start: selected.start, end: selected.end }] : []
    return segments(text, [...marks, ...long, ...chosen])
  }, [text, marks, overFrom, selected])
  const last = pieces.findLast((piece) => piece.ids.includes(' selected'))

  return (
    <div className="relative grid min-h-36 grid-cols-[minmax(0,1fr)]">
      <div aria-hidden="true" className={cx(letters, 'text-transparent')}>
        {pieces.map((piece) => {
          const ids = piece.ids.filter((id) => !id.startsWith(' '))
          return (
            <span
              key={piece.start}
              data-mark={ids.at(-1)}
              className={cx(
                ids.length > 0 && 'border-b-2 border-amber bg-amber/10',
                ids.some((id) => id === active || id === hovered) && 'bg-amber/30',
                piece.ids.includes(' over') && 'rounded-mark bg-red/15',
              )}
            >
              {piece.text}
              {piece === last ? (
                <SelectionBar
                  label={t('toolbar')}
                  // In a text one writes, C is a letter.
                  keys={readOnly ? 'c' : 'mod+alt+m'}
                  onComment={onComment && comment}
                />
              ) : null}
            </span>
          )
        })}
        {/* A last line that is empty has a height of its own. */}
        {'​'}
      </div>
      <textarea
        ref={field}
        aria-label={label}
        value={text}
        readOnly={readOnly}
        placeholder={t('text.placeholder')}
        spellCheck
        data-draft-text=""
        className={cx(
          letters,
          'resize-none overflow-hidden bg-transparent text-fg outline-none focus-visible:shadow-[inset_2px_0_0_var(--color-accent)]',
        )}
        onChange={(event) => {
          own.current = event.target.value
          onType(event.target.value)
        }}
        onBlur={onBlur}
        onKeyDown={press}
        onMouseMove={(event) => onHover(markAt(event))}
        onMouseLeave={() => onHover(null)}
        onClick={(event) => {
          const id = markAt(event)
          if (id) onPick(id)
        }}
      />
      {over(letters)}
    </div>
  )
}
