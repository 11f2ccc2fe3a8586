import { useMemo } from 'react'
import { reanchor } from '#server/comment/anchor.rules.ts'
import { useDraftMeans } from '../draft/draft-context.tsx'
import { ALL, type DraftStore, savedText, shownText } from '../draft/draft-store.ts'
import { act } from '../live/act.ts'
import { useTalkActs, type Words } from './use-talk-acts.ts'

/** A range of a text somebody wants to talk about. */
export interface Range {
  variantId: string | null
  anchor: { start: number; end: number; quote: string }
  /** Tells one selection from another, wherever the words move. */
  key: string
}

/** Where a range of the text as it is shown stands in the saved one, which may lack what is being typed. */
function inSaved(store: DraftStore, { variantId, anchor }: Range): Range['anchor'] {
  const state = store.getState()
  const place = variantId ?? ALL
  const [at] = reanchor(
    [{ ...anchor, gone: false }],
    shownText(state, place),
    savedText(state.data, place) ?? '',
  )
  return at && !at.gone ? { ...anchor, start: at.start, end: at.end } : anchor
}

/** The acts on comments of the post one is in. They read the post again when done, and say what went wrong. */
export function useCommentActs() {
  const { store, refresh, saver } = useDraftMeans()
  const acts = useTalkActs(refresh)
  return useMemo(
    () => ({
      ...acts,
      start: (postId: string, range: Range | null, { id, body, mentionIds }: Words) =>
        acts.tell(async () => {
          // The words it is about must be there first.
          await saver.flush()
          const on = range && { variantId: range.variantId, anchor: inSaved(store, range) }
          return act('comment.start', { id, postId, on, body, mentionIds })
        }),
    }),
    [acts, store, saver],
  )
}

export type CommentActs = ReturnType<typeof useCommentActs>
