import { Heart, MessageCircle, Repeat2 } from 'lucide-react'
import type { MediaItem } from '#server/version/content.rules.ts'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/cx.ts'
import { useDraftWords } from './draft-words.ts'
import { PreviewText } from './preview-text.tsx'
import { useAssetUrl } from './upload.ts'

interface PreviewPartProps {
  /** the channel it goes out from */
  who: { id: string; name: string; handle: string }
  text: string
  media: readonly MediaItem[]
  /** another part of the thread follows: a line leads to it */
  goesOn: boolean
}

/** One post as a network shows it, or one part of its thread. */
export function PreviewPart({ who, text, media, goesOn }: PreviewPartProps) {
  const t = useDraftWords('preview')
  return (
    <div className={cx('flex gap-2.5', goesOn && 'pb-4')}>
      <div className="flex shrink-0 flex-col items-center">
        <Avatar person={{ id: who.id, name: who.name }} size={40} silent />
        {goesOn ? <span className="-mb-3 mt-1 w-0.5 flex-1 rounded-full bg-line-strong" /> : null}
      </div>
      <div className="min-w-0 flex-1" data-part>
        <p className="flex items-baseline gap-1.5 text-dense">
          <span className="truncate font-semibold">{who.name}</span>
          <span className="truncate text-subtle">@{who.handle.replace(/^@/, '')}</span>
          <span className="ml-auto shrink-0 text-meta text-subtle">{t('now')}</span>
        </p>
        {text.trim() ? (
          <PreviewText text={text} />
        ) : media.length ? null : (
          <p className="text-body text-subtle">{t('empty')}</p>
        )}
        {media.length ? <Pictures media={media} /> : null}
        <div className="mt-2.5 flex gap-8 text-n8 [&_svg]:size-4" aria-hidden="true">
          <MessageCircle />
          <Repeat2 />
          <Heart />
        </div>
      </div>
    </div>
  )
}

function Pictures({ media }: { media: readonly MediaItem[] }) {
  const assetUrl = useAssetUrl()
  return (
    <div className={cx('mt-2 grid gap-1 overflow-hidden rounded-card', media.length > 1 && 'grid-cols-2')}>
      {media.slice(0, 4).map((item) => (
        <img
          key={item.assetId}
          src={assetUrl(item.assetId)}
          alt={item.alt}
          className={cx('w-full bg-n4 object-cover', media.length > 1 ? 'aspect-square' : 'max-h-72')}
        />
      ))}
    </div>
  )
}
