import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { v7 } from 'uuid'
import { useDraftMeans } from '../draft/draft-context.tsx'
import { act, isActProblem } from '../live/act.ts'
import { toast } from '../ui/toast.ts'

/** A range of a text somebody wants to talk about. */
export interface Range {
  variantId: string | null
  anchor: { start: number; end: number; quote: string }
}

/** The acts on comments of the post one is in. They read the post again when done, and say what went wrong. */
export function useCommentActs() {
  const { refresh, saver } = useDraftMeans()
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
      start: (postId: string, on: Range | null, body: string, mentionIds: string[]) =>
        tell(async () => {
          // The words it is about must be there first.
          await saver.flush()
          return act('comment.start', { id: v7(), postId, on, body, mentionIds })
        }),
      reply: (threadId: string, body: string, mentionIds: string[]) =>
        tell(() => act('comment.reply', { id: v7(), threadId, body, mentionIds })),
      edit: (commentId: string, body: string, mentionIds: string[]) =>
        tell(() => act('comment.edit', { commentId, body, mentionIds })),
      remove: calm((commentId: string) => act('comment.delete', { commentId })),
      resolve: calm((threadId: string) => act('thread.resolve', { threadId })),
      reopen: calm((threadId: string) => act('thread.reopen', { threadId })),
    }
  }, [refresh, saver, t])
}

export type CommentActs = ReturnType<typeof useCommentActs>
