import { Heart, MessageCircle, Repeat2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { isOver, measure } from '#server/network/measure.rules.ts'
import { NETWORKS, type NetworkId } from '#server/network/network.rules.ts'
import type { VariantView } from '#server/post/draft.reads.ts'
import { useDirectory } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { useDraft } from './draft-context.tsx'
import { ALL, shownText } from './draft-store.ts'
import { PreviewText } from './preview-text.tsx'
import { useAssetUrl } from './upload.ts'

/** How the post will look: on the channel that is being written for, or on all of them. */
export function Preview() {
  const t = useTranslations('draft.preview')
  const place = useDraft((state) => state.place)
  const variants = useDraft((state) => state.data.variants)
  const shown = place === ALL ? variants : variants.filter((one) => one.id === place)
  if (!variants.length) return <EmptyState art={<Screen />} title={t('nothing')} />
  return (
    <div className="flex flex-col gap-4 p-4">
      {shown.map((variant) => (
        <PreviewCard key={variant.id} variant={variant} />
      ))}
    </div>
  )
}

function PreviewCard({ variant }: { variant: VariantView }) {
  const t = useTranslations('draft.preview')
  const { channels } = useDirectory()
  const assetUrl = useAssetUrl()
  const text = useDraft((state) => shownText(state, variant.id))
  const media = useDraft((state) => variant.media ?? state.data.post.media)
  const channel = channels.find((one) => one.id === variant.channelId)
  const network = NETWORKS[variant.network as NetworkId]
  const used = network ? measure(variant.network as NetworkId, text) : null
  const name = channel?.name ?? '?'
  const over = used && isOver(used) ? Math.max(used.over, used.also?.over ?? 0) : 0
  return (
    <article aria-label={t('title', { channel: name })} className="flex flex-col gap-2">
      <header className="flex items-center gap-2 text-meta text-subtle">
        <span className="font-medium">{network?.label ?? variant.network}</span>
        {network?.practice && network.label !== t('practice') ? (
          <Badge tone="violet">{t('practice')}</Badge>
        ) : null}
        {over > 0 ? (
          <Badge tone="red" className="ml-auto">
            {t('over', { over })}
          </Badge>
        ) : null}
      </header>
      <div className="rounded-card border border-line bg-raised p-3 shadow-lift">
        <div className="flex gap-2.5">
          <Avatar person={{ id: variant.channelId, name }} size={40} silent />
          <div className="min-w-0 flex-1">
            <p className="flex items-baseline gap-1.5 text-dense">
              <span className="truncate font-semibold">{name}</span>
              <span className="truncate text-subtle">@{channel?.handle.replace(/^@/, '')}</span>
              <span className="ml-auto shrink-0 text-meta text-subtle">{t('now')}</span>
            </p>
            {text.trim() ? (
              <PreviewText text={text} />
            ) : media.length ? null : (
              <p className="text-body text-subtle">{t('empty')}</p>
            )}
            {media.length ? (
              <div
                className={cx(
                  'mt-2 grid gap-1 overflow-hidden rounded-card',
                  media.length > 1 && 'grid-cols-2',
                )}
              >
                {media.slice(0, 4).map((item) => (
                  <img
                    key={item.assetId}
                    src={assetUrl(item.assetId)}
                    alt={item.alt}
                    className={cx(
                      'w-full bg-n4 object-cover',
                      media.length > 1 ? 'aspect-square' : 'max-h-72',
                    )}
                  />
                ))}
              </div>
            ) : null}
            <div className="mt-2.5 flex gap-8 text-n8 [&_svg]:size-4" aria-hidden="true">
              <MessageCircle />
              <Repeat2 />
              <Heart />
            </div>
          </div>
        </div>
      </div>
      <p className="text-meta text-subtle">
        {t('approximate', { network: network?.label ?? variant.network })}
      </p>
    </article>
  )
}

const Screen = () => (
  <LineArt>
    <rect x="36" y="8" width="48" height="56" rx="8" />
    <circle cx="48" cy="22" r="4" />
    <path d="M57 20h18M57 25h12M46 36h28M46 43h28M46 50h16" />
  </LineArt>
)
