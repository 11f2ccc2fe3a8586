import type { EntryView } from '#server/network/practice/practice-entries.reads.ts'
import { usePath } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { tip } from '../ui/tip.ts'
import { usePracticeWords } from './practice-words.ts'

/** The images of an entry, with their descriptions. */
export function EntryMedia({ media }: { media: EntryView['media'] }) {
  const t = usePracticeWords('feed')
  const path = usePath()
  if (!media.length) return null
  return (
    <div className={cx('mt-2 grid gap-1 overflow-hidden rounded-card', media.length > 1 && 'grid-cols-2')}>
      {media.map(({ id, alt }) => (
        <div key={id} className="relative">
          <img
            src={path(`assets/${id}?size=card`)}
            alt={alt || t('image')}
            loading="lazy"
            className={cx('w-full bg-n4 object-cover', media.length > 1 ? 'aspect-square' : 'max-h-96')}
          />
          {alt ? (
            <span
              {...tip(alt)}
              aria-hidden="true"
              className="absolute bottom-1.5 left-1.5 rounded-mark bg-black/70 px-1 text-[0.625rem] font-semibold text-white"
            >
              ALT
            </span>
          ) : null}
        </div>
      ))}
    </div>
  )
}
