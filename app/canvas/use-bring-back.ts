import { useCallback } from 'react'
import { act, isActProblem } from '../live/act.ts'
import { useProblemText } from '../shell/problem-text.ts'
import { toast } from '../ui/toast.ts'
import { useCanvasWords } from './canvas-words.ts'

/** Puts an archived canvas back into the list, and says how it went. */
export function useBringBack(): (id: string, name: string) => Promise<void> {
  const t = useCanvasWords()
  const say = useProblemText()
  return useCallback(
    async (id, name) => {
      try {
        await act('canvas.unarchive', { id })
        toast({ title: t('unarchived', { name }), kind: 'done' })
      } catch (error) {
        if (!isActProblem(error)) throw error
        toast({ title: error.message || say(error.code), kind: 'failed' })
      }
    },
    [t, say],
  )
}
