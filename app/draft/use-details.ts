import type { Acts } from '#server/verbs.ts'
import { act, isActProblem } from '../live/act.ts'
import { useProblemText } from '../shell/problem-text.ts'
import { toast } from '../ui/toast.ts'
import { useDraftMeans } from './draft-context.tsx'

/** Performs acts on what stands beside a post: refusals are said, and the sheet is current afterwards. */
export function useDetails() {
  const { refresh } = useDraftMeans()
  const say = useProblemText()
  return {
    /** What the act answered, or null when it was refused. */
    async run<N extends keyof Acts>(name: N, input: Acts[N]['input']): Promise<Acts[N]['output'] | null> {
      try {
        return await act(name, input)
      } catch (error) {
        if (!isActProblem(error)) throw error
        toast({ kind: 'failed', title: error.message || say(error.code, error.params) })
        return null
      } finally {
        await refresh().catch(() => undefined)
      }
    },
  }
}
