import { Fragment, type ReactNode } from 'react'
import { textRanges } from '#server/network/text-range.rules.ts'

/** A text with its links, mentions and hashtags marked. Mentions and hashtags lead nowhere: the network is invented. */
export function EntryText({ text, lang }: { text: string; lang?: string }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const range of textRanges(text)) {
    const words = text.slice(range.start, range.end)
    parts.push(<Fragment key={`t${at}`}>{text.slice(at, range.start)}</Fragment>)
    parts.push(
      range.kind === 'link' ? (
        <a
          key={range.start}
          href={range.value}
          target="_blank"
          rel="noreferrer nofollow"
          className="text-accent-text underline-offset-2 hover:underline"
        >
          {words}
        </a>
      ) : (
        <span key={range.start} className="text-accent-text">
          {words}
        </span>
      ),
    )
    at = range.end
  }
  return (
    <p lang={lang} className="whitespace-pre-wrap break-words">
      {parts}
      {text.slice(at)}
    </p>
  )
}
