import { useState } from 'react'
import type { KeptVersion } from '#server/post/history.reads.ts'
import { useDirectory } from '../live/directory.tsx'
import { Select } from '../ui/select.tsx'
import { useWriteDate } from '../ui/use-write-date.ts'
import { useDraft } from './draft-context.tsx'
import { shownText } from './draft-store.ts'
import { useDraftWords } from './draft-words.ts'
import { TextDiff } from './text-diff.tsx'

/** Two versions of what a channel gets, compared word by word; the later one may be what stands there now. */
export function Versions({ versions }: { versions: KeptVersion[] }) {
  const t = useDraftWords('versions')
  const write = useWriteDate()
  const { channels, members } = useDirectory()
  const state = useDraft((now) => now)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string>('now')
  if (!versions.length) return <p className="text-meta text-subtle">{t('none')}</p>
  const key = (one: KeptVersion) => `${one.variantId} ${one.hash}`
  const earlier = versions.find((one) => key(one) === from) ?? versions.at(-1)
  if (!earlier) return null
  const same = versions.filter((one) => one.variantId === earlier.variantId)
  const later = to === 'now' ? null : same.find((one) => key(one) === to)
  const after = later ? later.text : shownText(state, earlier.variantId)
  const mediaNow =
    state.data.variants.find((one) => one.id === earlier.variantId)?.media ?? state.data.post.media
  const media = later ? later.media : mediaNow
  const name = (one: KeptVersion) => {
    const channel = channels.find((it) => it.id === one.channelId)?.name ?? ''
    const who = members.find((it) => it.id === one.memberId)?.name ?? ''
    const when = write(one.at, 'moment')
    return `${when} · ${who} · ${channel}`
  }
  return (
    <section className="flex flex-col gap-2" aria-label={t('title')}>
      <h3 className="text-meta font-semibold text-subtle">{t('title')}</h3>
      <Select
        dense
        aria-label={t('compare')}
        value={key(earlier)}
        onChange={(event) => setFrom(event.target.value)}
      >
        {[...versions].reverse().map((one) => (
          <option key={key(one)} value={key(one)}>
            {name(one)}
          </option>
        ))}
      </Select>
      <Select dense aria-label={t('with')} value={to} onChange={(event) => setTo(event.target.value)}>
        <option value="now">{t('now')}</option>
        {[...same].reverse().map((one) => (
          <option key={key(one)} value={key(one)}>
            {name(one)}
          </option>
        ))}
      </Select>
      <div className="rounded-card border border-line p-3">
        <TextDiff before={earlier.text} after={after} />
        {samePictures(earlier.media, media) ? null : (
          <p className="mt-1.5 text-meta text-subtle">{t('picturesDiffer')}</p>
        )}
      </div>
    </section>
  )
}

type Picture = { assetId: string; alt: string }

/** Whether the same pictures stand there in the same order with the same descriptions; other facts do not count. */
const samePictures = (before: readonly Picture[], after: readonly Picture[]): boolean =>
  before.length === after.length &&
  before.every(({ assetId, alt }, index) => assetId === after[index]?.assetId && alt === after[index]?.alt)
