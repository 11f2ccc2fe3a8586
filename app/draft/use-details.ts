import type { CardPatch } from '#server/post/card.rules.ts'
import { dueAtOf } from '#server/post/due-choice.rules.ts'
import type { Acts } from '#server/verbs.ts'
import { act, isActProblem } from '../live/act.ts'
import { isWaitable, type Waitable, type Wanted } from '../live/outbox/entry.rules.ts'
import { isQueued, send } from '../live/outbox/send.ts'
import { useProblemText } from '../shell/problem-text.ts'
import { toast } from '../ui/toast.ts'
import { useDraftMeans } from './draft-context.tsx'

type PostFacts = { id: string; title: string; labels: readonly string[] } & Pick<
  CardPatch,
  'assigneeId' | 'campaignId' | 'dueAt'
>

/** Performs acts on what stands beside a post: refusals are said, and the sheet is current afterwards. */
export function useDetails() {
  const { refresh, store } = useDraftMeans()
  const say = useProblemText()
  return {
    /**
     * What the act answered, or null when it was refused or waits for the server. `detail` names what it is about, when
     * that is not the post alone.
     */
    async run<N extends keyof Acts>(
      name: N,
      input: Acts[N]['input'],
      detail?: string,
    ): Promise<Acts[N]['output'] | null> {
      try {
        if (!isWaitable(name)) return await act(name, input)
        return await send(wantedOf(name, input, store.getState().data.post, detail))
      } catch (error) {
        if (!isActProblem(error)) throw error
        if (!isQueued(error)) toast({ kind: 'failed', title: error.message || say(error.code, error.params) })
        return null
      } finally {
        await refresh().catch(() => undefined)
      }
    },
  }
}

/** An act on a post as the outbox takes it: what it is based on, and what the post's card shows until it is done. */
function wantedOf<N extends Waitable>(
  verb: N,
  input: unknown,
  post: PostFacts,
  detail: string | undefined,
): Wanted<N> {
  const { id, title } = post
  if (verb !== 'post.change')
    return { verb, input, about: [id], title, detail, shows: {} } as unknown as Wanted<N>
  const { labelIds, due, ...rest } = input as Acts['post.change']['input']
  const set: CardPatch = {
    ...(rest.title !== undefined && { title: rest.title }),
    ...(rest.assigneeId !== undefined && { assigneeId: rest.assigneeId }),
    ...(rest.campaignId !== undefined && { campaignId: rest.campaignId }),
    ...(labelIds && { labels: labelIds }),
    ...(due !== undefined && { dueAt: due && dueAtOf(due) }),
  }
  const keys = Object.keys(set) as (keyof PostFacts)[]
  const from = Object.fromEntries(keys.map((key) => [key, post[key]]))
  const based = { ...(input as object), from }
  return { verb, input: based, about: [id], title, shows: { [id]: set } } as unknown as Wanted<N>
}
