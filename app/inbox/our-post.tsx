import { Link } from '@remix-run/react'
import { CornerDownRight } from 'lucide-react'
import type { ThreadView } from '#server/conversation/thread.reads.ts'
import { usePath } from '../live/directory.tsx'
import { useInboxWords } from './inbox-words.ts'

/** The post of ours they answer. */
export function OurPost({ post }: { post: NonNullable<ThreadView['post']> }) {
  const t = useInboxWords()
  const path = usePath()
  return (
    <article className="flex gap-2 border-l-2 border-line-strong pl-3 text-dense">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5 text-meta text-subtle [&_svg]:size-3.5">
          <CornerDownRight aria-hidden="true" />
          {t('thread.ourPost')}
          <Link
            to={path(`post/${post.id}`)}
            className="ml-auto shrink-0 rounded-mark text-accent-text hover:underline"
          >
            {t('act.openPost')}
          </Link>
        </p>
        <p className="truncate font-medium">{post.title}</p>
        <p className="line-clamp-3 whitespace-pre-wrap break-words text-muted">{post.text}</p>
      </div>
    </article>
  )
}
