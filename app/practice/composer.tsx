import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react'
import { isOver, measure } from '#server/network/measure.rules.ts'
import { Button } from '../ui/button.tsx'
import { CounterRing } from '../ui/counter-ring.tsx'
import { TextArea } from '../ui/text-field.tsx'

interface ComposerProps {
  /** what is written here: the label of the field and its placeholder */
  label: string
  act: string
  /** what the text begins with when one starts to write, such as a mention; alone it says nothing */
  opening?: string
  /** at the left of the buttons: who speaks */
  who?: ReactNode
  field?: RefObject<HTMLTextAreaElement>
  autoFocus?: boolean
  /** Enter sends, as in a chat; otherwise Ctrl or Cmd with Enter does */
  chat?: boolean
  onSay(text: string): void
  onCancel?: () => void
}

/** Where one of the audience writes, with the counter of the practice network. */
export function Composer(props: ComposerProps) {
  const { label, act, opening = '', who, field, autoFocus, chat, onSay, onCancel } = props
  const [text, setText] = useState('')
  const { used, limit } = measure('practice', text)
  const words = text.trim()
  const ready = words !== '' && words !== opening.trim() && !isOver(measure('practice', words))
  const say = () => {
    if (!ready) return
    // Who writes the mention although it stands there already means it once.
    const mention = opening.trim()
    onSay(mention && words.startsWith(`${mention} ${mention}`) ? words.slice(mention.length + 1) : words)
    setText('')
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && onCancel) {
      event.stopPropagation()
      onCancel()
    }
    const sends = event.ctrlKey || event.metaKey || (chat && !event.shiftKey)
    if (event.key !== 'Enter' || !sends) return
    event.preventDefault()
    say()
  }
  return (
    <form
      className="flex min-w-0 flex-1 flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        say()
      }}
    >
      <TextArea
        ref={field}
        rows={chat ? 1 : 2}
        className={chat ? 'min-h-control' : undefined}
        aria-label={label}
        placeholder={label}
        value={text}
        autoFocus={autoFocus}
        onFocus={() => text === '' && opening && setText(opening)}
        onBlur={() => text === opening && setText('')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
      <div className="flex flex-wrap items-center gap-2">
        {who}
        <span className="ml-auto">{used > 0 ? <CounterRing used={used} limit={limit} /> : null}</span>
        <Button type="submit" kind="primary" disabled={!ready}>
          {act}
        </Button>
      </div>
    </form>
  )
}
