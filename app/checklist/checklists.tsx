import { ListPlus } from 'lucide-react'
import { v7 as newId } from 'uuid'
import { rankBetween } from '#server/post/rank.rules.ts'
import { useDraft } from '../draft/draft-context.tsx'
import { useDetails } from '../draft/use-details.ts'
import { Button } from '../ui/button.tsx'
import { ChecklistPart } from './checklist-part.tsx'
import { useChecklistWords } from './checklist-words.ts'

/** What is to be done for the post, in as many lists as it takes. */
export function Checklists() {
  const t = useChecklistWords()
  const { run } = useDetails()
  const lists = useDraft((state) => state.data.checklists)
  const postId = useDraft((state) => state.data.post.id)
  const mayPlan = useDraft((state) => state.data.can.plan)
  if (!lists.length && !mayPlan) return null

  /** Puts a list before its neighbour above, or behind the one below. */
  function move(index: number, by: -1 | 1) {
    const [before, after] = by < 0 ? [index - 2, index - 1] : [index + 1, index + 2]
    const list = lists[index]
    if (!list || !lists[index + by]) return
    const rank = rankBetween(lists[before]?.rank ?? null, lists[after]?.rank ?? null)
    void run('checklist.change', { id: list.id, rank })
  }
  return (
    <section aria-label={t('title')} className="flex flex-col gap-4">
      {lists.map((list, index) => (
        <ChecklistPart
          key={list.id}
          list={list}
          mayPlan={mayPlan}
          first={index === 0}
          last={index === lists.length - 1}
          onMove={(by) => move(index, by)}
        />
      ))}
      {mayPlan ? (
        <Button
          kind="quiet"
          size="dense"
          icon={<ListPlus />}
          className="self-start"
          onClick={() => void run('checklist.create', { id: newId(), postId, name: t('usual') })}
        >
          {t('begin')}
        </Button>
      ) : null}
    </section>
  )
}
