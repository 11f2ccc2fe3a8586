import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { reanchor } from '#server/comment/anchor.rules.ts'
import { useDraftMeans } from '../draft/draft-context.tsx'
import { ALL, type DraftStore, savedText, shownText } from '../draft/draft-store.ts'
import { act, isActProblem } from '../live/act.ts'
import { toast } from '../ui/toast.ts'

/** A range of a text somebody wants to talk about. */
export interface Range {
  variantId: string | null
  anchor: { start: number; end: number; quote: string }
  /** Tells one selection from another, wherever the words move. */
  key: string
}

/** What somebody wrote; `id` is the same when the same words are sent again. */
export interface Words {
  id: string
  body: string
  mentionIds: string[]
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
  const t = useTranslations('problem.request')
  return useMemo(() => {
    async function tell<T>(work: () => Promise<T>): Promise<T> {
      try {
        const done = await work()
        await refresh().catch(() => undefined)
        return done
      } catch (error) {
        const message = isActProblem(error) && error.message ? error.message : t('unreachable')
        toast({ kind: 'failed', title: message, id: 'comment' })
        throw error
      }
    }
    const calm = <A extends unknown[]>(work: (...args: A) => Promise<unknown>) => {
      return async (...args: A): Promise<void> => {
        await tell(() => work(...args)).catch(() => undefined)
      }
    }
    return {
      start: (postId: string, range: Range | null, { id, body, mentionIds }: Words) =>
        tell(async () => {
          // The words it is about must be there first.
          await saver.flush()
          const on = range && { variantId: range.variantId, anchor: inSaved(store, range) }
          return act('comment.start', { id, postId, on, body, mentionIds })
        }),
      reply: (threadId: string, { id, body, mentionIds }: Words) =>
        tell(() => act('comment.reply', { id, threadId, body, mentionIds })),
      edit: (commentId: string, { body, mentionIds }: Words) =>
        tell(() => act('comment.edit', { commentId, body, mentionIds })),
      remove: calm((commentId: string) => act('comment.delete', { commentId })),
      resolve: calm((threadId: string) => act('thread.resolve', { threadId })),
      reopen: calm((threadId: string) => act('thread.reopen', { threadId })),
    }
  }, [store, refresh, saver, t])
}

export type CommentActs = ReturnType<typeof useCommentActs>
