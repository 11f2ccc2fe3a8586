import { Lock } from 'lucide-react'
import { useBondWords } from '../bond/bond-words.ts'
import { useDirectory } from '../live/directory.tsx'
import { Time } from '../ui/time.tsx'
import { useDraft } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'

/** When the post goes out, and which of its channels go at a time of their own. Nothing while no time is chosen. */
export function SendTimes() {
  const t = useDraftWords('details')
  const { channels } = useDirectory()
  const post = useDraft((state) => state.data.post)
  const variants = useDraft((state) => state.data.variants)
  const bond = useBondWords('time')
  const locked = useDraft((state) => state.data.bond?.locked.includes('time') ?? false)
  const own = variants
    .flatMap(({ channelId, sendAt, sendZone }) =>
      sendAt !== null && sendZone !== null ? [{ channelId, sendAt, sendZone }] : [],
    )
    .sort((a, b) => a.sendAt - b.sendAt)
  if (post.sendAt === null && !own.length && !locked) return null
  const named = (id: string) => channels.find((one) => one.id === id)?.name ?? '?'
  const others = variants.length - own.length
  return (
    <section aria-label={t('sendTimes')}>
      <h2 className="text-meta font-medium text-subtle">{t('sendTimes')}</h2>
      <dl className="mt-1 grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1 text-dense">
        {others > 0 || !own.length ? (
          <>
            <dt className="truncate">
              {own.length ? t('otherChannels', { count: others }) : t('allChannels')}
            </dt>
            <dd className="text-right tabular-nums">
              {post.sendAt === null ? (
                t('noTime')
              ) : (
                <Time at={post.sendAt} zone={post.sendZone ?? undefined} />
              )}
            </dd>
          </>
        ) : null}
        {own.map(({ channelId, sendAt, sendZone }) => (
          <div key={channelId} className="contents" data-own-time={channelId}>
            <dt className="truncate">{named(channelId)}</dt>
            <dd className="text-right tabular-nums">
              <Time at={sendAt} zone={sendZone} />
            </dd>
          </div>
        ))}
      </dl>
      {locked ? (
        <p className="mt-2 flex items-start gap-1.5 text-meta text-muted [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0">
          <Lock aria-hidden="true" />
          {bond(post.sendAt === null ? 'lockedNone' : 'locked')}
        </p>
      ) : null}
    </section>
  )
}
