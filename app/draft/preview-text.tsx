import { useMemo } from 'react'
import { textRanges } from '#server/network/text-range.rules.ts'

/** A text as a network shows it: links, mentions and hashtags stand out. */
export function PreviewText({ text }: { text: string }) {
  const pieces = useMemo(() => {
    const list: { at: number; text: string; marked: boolean }[] = []
    let from = 0
    for (const { start, end } of textRanges(text)) {
      if (start > from) list.push({ at: from, text: text.slice(from, start), marked: false })
      list.push({ at: start, text: text.slice(start, end), marked: true })
      from = end
    }
    if (from < text.length) list.push({ at: from, text: text.slice(from), marked: false })
    return list
  }, [text])
  return (
    <p className="whitespace-pre-wrap break-words text-body">
      {pieces.map((piece) => (
        <span key={piece.at} className={piece.marked ? 'text-accent-text' : undefined}>
          {piece.text}
        </span>
      ))}
    </p>
  )
}
