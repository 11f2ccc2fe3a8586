import { useRef, useState } from 'react'
import type { Acts } from '#server/verbs.ts'
import { type ActProblem, act, isActProblem } from '../live/act.ts'
import { useReadAgain } from '../live/read-again.ts'
import { useProblemText } from '../shell/problem-text.ts'
import { toast } from '../ui/toast.ts'

type Name = keyof Acts
export type Answer<N extends Name> = { done: Acts[N]['output'] } | { problem: ActProblem }

/** The sentence of a refused act, also when the server could not be reached. */
export function useSentence(): (problem: ActProblem) => string {
  const say = useProblemText()
  return (problem) => problem.message || say(problem.code, problem.params)
}

/**
 * Performs verbs from a settings page: `busy` while one is under way, the page's data is read again after it. A refusal
 * is said in passing unless the caller shows it (`quiet`).
 */
export function useAct() {
  const [busy, setBusy] = useState(false)
  const revalidate = useReadAgain()
  const sentence = useSentence()
  const running = useRef(0)
  async function run<N extends Name>(
    name: N,
    input: Acts[N]['input'],
    { quiet = false }: { quiet?: boolean } = {},
  ): Promise<Answer<N>> {
    running.current++
    setBusy(true)
    try {
      return { done: await act(name, input) }
    } catch (error) {
      if (!isActProblem(error)) throw error
      if (!quiet) toast({ kind: 'failed', title: sentence(error) })
      return { problem: error }
    } finally {
      running.current--
      setBusy(running.current > 0)
      revalidate()
    }
  }
  return { busy, run }
}
