import { useDeferredValue, useMemo } from 'react'
import type { VariantView } from '#server/post/draft.reads.ts'
import { useDraft } from './draft-context.tsx'
import { shownText } from './draft-store.ts'
import { type Bar, nextAct } from './next-act.rules.ts'
import { isTooLong } from './text-counter.tsx'

type Media = NonNullable<VariantView['media']>

/** The next act on the post one is in, kept current while one types. */
export function useBar(): Bar {
  // What is missing is counted when there is time: in a long text it must not hold up the keys.
  const state = useDeferredValue(useDraft((now) => now))
  return useMemo(() => {
    const { post, variants, can } = state.data
    const texts = variants.length
      ? variants.map((one) => shownText(state, one.id))
      : [shownText(state, 'all')]
    const media = [post.media, ...variants.map((one) => one.media ?? [])].flat()
    const empty = (index: number) => {
      const own = variants[index]?.media ?? post.media
      return texts[index]?.trim() === '' && own.length === 0
    }
    return nextAct({
      stage: post.stage,
      variants: variants.map((one) => ({
        mode: one.approval.mode,
        state: one.approval.state,
        stage: one.stage,
        mayDecide: one.approval.mine.decide,
        over: isTooLong(one.network, shownText(state, one.id)),
        rejected: isRejected(one, shownText(state, one.id), post.media),
      })),
      hasContent: texts.every((_, index) => !empty(index)),
      altMissing: media.filter((item) => !item.alt.trim()).length,
      sendAt: post.sendAt,
      can,
    })
  }, [state])
}

/** What a variant says now is what was rejected. */
function isRejected({ approval, media }: VariantView, text: string, common: Media): boolean {
  const { rejected } = approval
  if (!rejected || text !== rejected.text) return false
  const shown = media ?? common
  return (
    shown.length === rejected.media.length &&
    rejected.media.every(({ assetId, alt }, index) => {
      const item = shown[index]
      return item?.assetId === assetId && item.alt === alt
    })
  )
}
