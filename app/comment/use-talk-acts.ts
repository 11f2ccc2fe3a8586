import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { act, isActProblem } from '../live/act.ts'
import { toast } from '../ui/toast.ts'

/** What somebody wrote; `id` is the same when the same words are sent again. */
export interface Words {
  id: string
  body: string
  mentionIds: string[]
}

/** What is done in discussions, wherever they hang. `refresh` reads them again; what goes wrong is said. */
export function useTalkActs(refresh: () => Promise<unknown>) {
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
      /** Does more of that kind: rejects after it was said what went wrong. */
      tell,
      reply: (threadId: string, { id, body, mentionIds }: Words) =>
        tell(() => act('comment.reply', { id, threadId, body, mentionIds })),
      edit: (commentId: string, { body, mentionIds }: Words) =>
        tell(() => act('comment.edit', { commentId, body, mentionIds })),
      remove: calm((commentId: string) => act('comment.delete', { commentId })),
      resolve: calm((threadId: string) => act('thread.resolve', { threadId })),
      reopen: calm((threadId: string) => act('thread.reopen', { threadId })),
    }
  }, [refresh, t])
}

export type TalkActs = ReturnType<typeof useTalkActs>
