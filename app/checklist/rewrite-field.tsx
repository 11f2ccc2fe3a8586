import { useState } from 'react'
import { TextField } from '../ui/text-field.tsx'

interface RewriteFieldProps {
  label: string
  text: string
  maxLength: number
  /** whether all of it is chosen at first, to be typed over */
  chosen?: boolean
  /** the new words, trimmed; null: they stay as they were */
  onKeep(text: string | null): void
}

/** A line being rewritten in its place: Enter and leaving the field keep it, Esc lets go. */
export function RewriteField({ label, text, maxLength, chosen = false, onKeep }: RewriteFieldProps) {
  const [words, setWords] = useState(text)
  return (
    <TextField
      dense
      autoFocus
      aria-label={label}
      value={words}
      maxLength={maxLength}
      onFocus={(event) => {
        if (chosen) event.target.select()
      }}
      onChange={(event) => setWords(event.target.value)}
      onBlur={() => onKeep(words.trim())}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onKeep(null)
      }}
    />
  )
}
