import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { CommentBox } from '../../comment/comment-box.tsx'
import { useCommentWords } from '../../comment/comment-words.ts'
import type { TalkActs } from '../../comment/use-talk-acts.ts'
import { act } from '../../live/act.ts'
import { useCanvas } from '../canvas-context.ts'
import { useCanvasWords } from '../canvas-words.ts'
import { aboutOf, useObjectName } from './object-words.ts'
import { useTalk } from './use-talk.ts'

interface NewThreadProps {
  id: string
  object: CanvasObject
  acts: TalkActs
}

/** Where a discussion on the chosen object begins. */
export function NewThread({ id, object, acts }: NewThreadProps) {
  const t = useCanvasWords()
  const words = useCommentWords()
  const { head, talk } = useCanvas()
  const writing = useTalk((state) => state.writing === id)
  const about = aboutOf(object)
  const said = useObjectName(about)
  if (!head.talk.write) return <p className="line-clamp-2 text-meta break-words text-muted">{said}</p>
  return (
    <CommentBox
      autoFocus={writing}
      keep={`${head.id} ${id}`}
      label={t('talk.write')}
      act={words('send')}
      before={
        <p className="line-clamp-2 border-l-2 border-amber pl-2 text-meta break-words text-muted">{said}</p>
      }
      onSend={async ({ id: threadId, body, mentionIds }) => {
        await acts.tell(() =>
          act('comment.startOnCanvas', {
            id: threadId,
            canvasId: head.id,
            on: { key: id, about },
            body,
            mentionIds,
          }),
        )
        talk.store.setState({ thread: threadId, writing: null })
      }}
    />
  )
}
