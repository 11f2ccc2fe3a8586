import { useMemo } from 'react'
import { cx } from '../ui/cx.ts'
import { useDraftWords } from './draft-words.ts'
import { textDiff } from './text-diff.rules.ts'

/** The difference of two texts in one flow: what went struck out, what came underlined; never by colour alone. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const t = useDraftWords('versions')
  const parts = useMemo(() => textDiff(before, after), [before, after])
  if (before === after) return <p className="text-dense text-subtle">{t('same')}</p>
  return (
    <p className="whitespace-pre-wrap break-words text-dense text-muted">
      {parts.map((part, index) => {
        const Tag = part.kind === 'added' ? 'ins' : part.kind === 'removed' ? 'del' : 'span'
        return (
          <Tag
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging diff
            key={index}
            title={part.kind === 'same' ? undefined : t(part.kind)}
            className={cx(
              part.kind === 'added' &&
                'rounded-mark bg-green/20 text-fg underline decoration-green [del+&]:ml-1',
              part.kind === 'removed' && 'rounded-mark bg-red/15 text-fg decoration-red',
            )}
          >
            {part.text}
          </Tag>
        )
      })}
    </p>
  )
}
