import { useCallback } from 'react'
import { isActProblem } from '../live/act.ts'
import { useProblemText } from '../shell/problem-text.ts'
import { toast } from '../ui/toast.ts'
import { useCanvas } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'

/** Makes a post of a note, and says how it went. */
export function useToPost(): (id: string) => void {
  const t = useCanvasWords()
  const say = useProblemText()
  const { acts } = useCanvas()
  return useCallback(
    (id) => {
      acts.toPost(id).then(
        (made) => made && toast({ title: t('becamePost'), kind: 'done' }),
        (error: unknown) => {
          if (!isActProblem(error)) throw error
          toast({ title: error.message || say(error.code), kind: 'failed' })
        },
      )
    },
    [acts, t, say],
  )
}
