import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { CommentView } from '#server/comment/thread.reads.ts'
import { useDirectory } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Ago } from '../ui/time.tsx'
import { CommentBox } from './comment-box.tsx'
import { useCommentWords } from './comment-words.ts'
import { mentionsIn } from './mention.rules.ts'
import type { TalkActs } from './use-talk-acts.ts'

/** One comment: who, when, what; one's own can be changed and taken back. */
export function CommentItem({ comment, acts }: { comment: CommentView; acts: TalkActs }) {
  const say = useCommentWords()
  const { members, me } = useDirectory()
  const [editing, setEditing] = useState(false)
  // Of a comment from another product the name is all that is known.
  const author =
    comment.author === null
      ? (members.find((one) => one.id === comment.memberId) ?? { id: comment.memberId, name: '?' })
      : { id: comment.author, name: comment.author }
  const mine = comment.memberId === me.memberId && comment.author === null
  return (
    <article className="hover-part group/comment flex gap-2" aria-label={author.name}>
      <Avatar person={author} size={20} silent className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex h-5 items-center gap-1.5 text-meta">
          <span className="truncate font-medium text-fg">{author.name}</span>
          {comment.author === null ? null : <span className="shrink-0 text-subtle">{say('brought')}</span>}
          <Ago at={comment.at} className="shrink-0 text-subtle" />
          {comment.editedAt && !comment.deleted ? (
            <span className="shrink-0 text-subtle">· {say('edited')}</span>
          ) : null}
          {mine && !comment.deleted && !editing ? (
            <span className="ml-auto opacity-0 transition-opacity duration-120 group-focus-within/comment:opacity-100 part-hover:opacity-100 touch:opacity-100">
              <Menu align="end" trigger={<IconButton size="dense" label={say('more')} icon={<Ellipsis />} />}>
                <MenuItem onSelect={() => setEditing(true)}>{say('edit')}</MenuItem>
                <MenuItem danger onSelect={() => void acts.remove(comment.id)}>
                  {say('delete')}
                </MenuItem>
              </Menu>
            </span>
          ) : null}
        </div>
        {editing ? (
          <CommentBox
            autoFocus
            label={say('edit')}
            act={say('save')}
            initial={comment.body}
            onCancel={() => setEditing(false)}
            onSend={async (words) => {
              await acts.edit(comment.id, words)
              setEditing(false)
            }}
          />
        ) : comment.deleted ? (
          <p className="text-dense text-subtle italic">{say('deleted')}</p>
        ) : (
          <Body text={comment.body} />
        )}
      </div>
    </article>
  )
}

function Body({ text }: { text: string }) {
  const { members } = useDirectory()
  const { pieces } = mentionsIn(text, members)
  return (
    <p className="whitespace-pre-wrap break-words text-dense text-fg">
      {pieces.map((piece, index) =>
        piece.person ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one unchanging text
          <span key={index} className="rounded-mark bg-accent-soft px-0.5 font-medium text-accent-text">
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </p>
  )
}
