import { useHereAt } from '../live/presence/use-presence.ts'
import { FacesHere } from '../ui/faces-here.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useDraft } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'

/** Who else has this post open. */
export function Readers() {
  const t = useDraftWords()
  const postId = useDraft((state) => state.data.post.id)
  const people = useHereAt(`post:${postId}`)
  if (!people.length) return null
  return (
    <span className="flex items-center" data-readers="">
      <VisuallyHidden>{t('here')}</VisuallyHidden>
      <FacesHere people={people} />
    </span>
  )
}
