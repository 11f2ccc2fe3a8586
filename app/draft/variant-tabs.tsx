import { useDeferredValue, useMemo } from 'react'
import { useDirectory } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { ChannelPicker } from './channel-picker.tsx'
import { useDraft, useDraftMeans } from './draft-context.tsx'
import { ALL, hasOwn, shownText } from './draft-store.ts'
import { useDraftWords } from './draft-words.ts'
import { isTooLong } from './text-counter.tsx'

/** Which text one looks at: the common one, or that of a channel; a dot where a channel has its own. */
export function VariantTabs() {
  const t = useDraftWords('text')
  const { store } = useDraftMeans()
  const { channels } = useDirectory()
  const state = useDraft((now) => now)
  const { place, data } = state
  const later = useDeferredValue(state)
  const over = useMemo(
    () =>
      new Set(
        later.data.variants
          .filter((one) => isTooLong(one.network, shownText(later, one.id)))
          .map((one) => one.id),
      ),
    [later],
  )
  const tab = (id: string, label: string, own: boolean, long: boolean) => (
    <button
      key={id}
      type="button"
      role="tab"
      aria-selected={id === place}
      onClick={() => store.setState({ place: id })}
      className={cx(
        'relative flex h-dense shrink-0 items-center gap-1.5 rounded-control px-2.5 text-dense font-medium transition-colors duration-120 hover:bg-hover',
        id === place ? 'bg-n4 text-fg' : 'text-muted hover:text-fg',
      )}
    >
      <span className="max-w-40 truncate">{label}</span>
      {own ? (
        <>
          <span className="size-1.5 rounded-full bg-accent" aria-hidden="true" />
          <VisuallyHidden>{t('overrides')}</VisuallyHidden>
        </>
      ) : null}
      {long ? <span className="size-1.5 rounded-full bg-red" aria-hidden="true" /> : null}
    </button>
  )
  return (
    <div className="flex min-h-11 items-center gap-1 px-2 touch:pt-1.5">
      <div
        role="tablist"
        aria-label={t('channels')}
        className="flex min-w-0 items-center gap-1 overflow-x-auto [scrollbar-width:none]"
      >
        {tab(ALL, t('all'), false, false)}
        {data.variants.map((one) =>
          tab(
            one.id,
            channels.find((channel) => channel.id === one.channelId)?.name ?? '?',
            hasOwn(state, one.id) || one.media !== null,
            over.has(one.id),
          ),
        )}
      </div>
      <ChannelPicker />
    </div>
  )
}
