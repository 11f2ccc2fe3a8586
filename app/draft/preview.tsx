import { memo, useDeferredValue, useMemo } from 'react'
import { partsOf } from '#server/delivery/parts.rules.ts'
import { LIMITS } from '#server/network/limits.rules.ts'
import { measure } from '#server/network/measure.rules.ts'
import { NETWORKS, type NetworkId } from '#server/network/network.rules.ts'
import type { VariantView } from '#server/post/draft.reads.ts'
import { useNetworkName } from '../channel/use-network-name.ts'
import { useDirectory } from '../live/directory.tsx'
import { Badge } from '../ui/badge.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { useDraft } from './draft-context.tsx'
import { ALL, shownText } from './draft-store.ts'
import { useDraftWords } from './draft-words.ts'
import { PreviewPart } from './preview-part.tsx'

/** How the post will look: on the channel that is being written for, or on all of them. */
export function Preview() {
  const t = useDraftWords('preview')
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

const PreviewCard = memo(function PreviewCard({ variant }: { variant: VariantView }) {
  const t = useDraftWords('preview')
  const networkName = useNetworkName()
  const { channels } = useDirectory()
  // Follows the words when there is time: in a long text it must not hold up the keys.
  const text = useDeferredValue(useDraft((state) => shownText(state, variant.id)))
  const media = useDraft((state) => variant.media ?? state.data.post.media)
  const channel = channels.find((one) => one.id === variant.channelId)
  const known = variant.network in NETWORKS ? (variant.network as NetworkId) : null
  // The same cut as when it is sent: every part is one post of the thread.
  const { parts, over } = useMemo(() => {
    const parts = partsOf(text, known ? LIMITS[known].parts : 1)
    return { parts, over: Math.max(...parts.map((part) => (known ? overBy(known, part) : 0))) }
  }, [text, known])
  const name = channel?.name ?? '?'
  return (
    <article aria-label={t('title', { channel: name })} className="flex flex-col gap-2">
      <header className="flex items-center gap-2 text-meta text-subtle">
        <span className="font-medium">{networkName(variant.network)}</span>
        {parts.length > 1 ? <span>{t('thread', { count: parts.length })}</span> : null}
        {over > 0 ? (
          <Badge tone="red" className="ml-auto">
            {t('over', { over })}
          </Badge>
        ) : null}
      </header>
      <div className="rounded-card border border-line bg-raised p-3 shadow-lift">
        {parts.map((part, index) => (
          <PreviewPart
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the thread
            key={index}
            who={{ id: variant.channelId, name, handle: channel?.handle ?? '' }}
            text={part}
            media={index === 0 ? media : []}
            goesOn={index < parts.length - 1}
          />
        ))}
      </div>
      <p className="text-meta text-subtle">{t('approximate', { network: networkName(variant.network) })}</p>
    </article>
  )
})

/** How much of a part must go, in the unit that is passed furthest; 0 when it fits. */
function overBy(network: NetworkId, part: string): number {
  const used = measure(network, part)
  return Math.max(used.over, used.also?.over ?? 0)
}

const Screen = () => (
  <LineArt>
    <rect x="36" y="8" width="48" height="56" rx="8" />
    <circle cx="48" cy="22" r="4" />
    <path d="M57 20h18M57 25h12M46 36h28M46 43h28M46 50h16" />
  </LineArt>
)
