import type { CSSProperties } from 'react'
import { useDirectory } from '../live/directory.tsx'
import { hueOf } from '../ui/hue.ts'
import { useDraft } from './draft-context.tsx'

/** Where whoever writes is, with their name and colour. A layer over the text with the same letters; never spoken. */
export function WriterCaret({ place, text, letters }: { place: string; text: string; letters: string }) {
  const { me, members } = useDirectory()
  const holder = useDraft((state) => state.data.pen)
  const at = useDraft(({ words }) => (words.caret?.place === place ? words.caret.at : null))
  const who = members.find((one) => one.id === holder)
  if (at === null || !who || who.id === me.memberId) return null
  return (
    <div aria-hidden="true" className={`${letters} pointer-events-none text-transparent`}>
      {text.slice(0, at)}
      <span
        data-writer-caret={at}
        className="person relative border-person border-l-2"
        style={{ '--hue': hueOf(who.id), marginInline: '-1px' } as CSSProperties}
      >
        <span className="absolute bottom-full left-[-2px] max-w-40 select-none truncate whitespace-nowrap rounded-mark bg-person px-1 text-meta text-white leading-4">
          {who.name}
        </span>
      </span>
      {text.slice(at)}
    </div>
  )
}
