import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { DecisionKind } from '#server/approval/approval.rules.ts'
import { useApprovalWords } from '../approval/approval-words.ts'
import { act, isActProblem } from '../live/act.ts'
import { toast } from '../ui/toast.ts'
import { useDraftMeans } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'
import type { SlotChoice } from './schedule-dialog.tsx'

/** The acts on the whole post: each saves what is typed first, then reads the post again; refusals are said. */
export function usePostActs() {
  const t = useTranslations()
  const approval = useApprovalWords()
  const draft = useDraftWords()
  const { store, saver, pen, refresh } = useDraftMeans()
  const [busy, setBusy] = useState(false)

  /** True when it was done. */
  async function run(work: (postId: string) => Promise<unknown>, done?: string): Promise<boolean> {
    setBusy(true)
    try {
      await saver.flush()
      // What is decided on is what one sees: not an older text because the newer one could not be saved.
      if (Object.keys(store.getState().local).length > 0) {
        toast({ kind: 'failed', title: draft('save.first'), id: 'post' })
        return false
      }
      await work(store.getState().data.post.id)
      if (done) toast({ kind: 'done', title: done, id: 'post' })
      return true
    } catch (error) {
      const message = isActProblem(error) && error.message ? error.message : t('problem.request.unreachable')
      toast({ kind: 'failed', title: message, id: 'post' })
      return false
    } finally {
      await refresh().catch(() => undefined)
      setBusy(false)
    }
  }

  return {
    busy,
    start: () =>
      run(async (id) => {
        const { stage, rank } = store.getState().data.post
        await act('post.move', { id, from: { stage, rank }, to: { stage: 'draft', rank } })
      }),
    submit: () =>
      run(async (postId) => {
        if (pen.isMine()) await pen.give(null)
        await act('post.submit', { postId })
      }),
    withdraw: () => run((postId) => act('post.withdraw', { postId })),
    schedule: ({ local, zone, confirmed }: SlotChoice) =>
      run((id) => act('post.schedule', { id, at: { local, zone }, confirmed })),
    decide: (kind: DecisionKind, comment = '') =>
      run(
        (postId) => {
          const on = store
            .getState()
            .data.variants.filter((one) => one.approval.mine.decide)
            .map(({ id, hash }) => ({ variantId: id, hash }))
          return act('approval.decide', { postId, kind, comment, on })
        },
        approval(`done.${kind}`),
      ),
  }
}

export type PostActs = ReturnType<typeof usePostActs>
