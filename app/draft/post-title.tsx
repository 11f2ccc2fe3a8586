import { useEffect, useRef, useState } from 'react'
import { useShown, waitsOn } from '../live/outbox/use-outbox.ts'
import { useDraft } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'
import { useDetails } from './use-details.ts'

/** The post's name, changed where it stands. Enter keeps it, Esc lets go. */
export function PostTitle() {
  const t = useDraftWords()
  const { run } = useDetails()
  const post = useShown(useDraft((state) => state.data.post))
  const mayWrite = useDraft((state) => state.data.can.write && !state.data.bond?.locked.includes('title'))
  const [title, setTitle] = useState(post.title)
  const leave = useRef(false)
  useEffect(() => setTitle(post.title), [post.title])
  if (!mayWrite)
    return <p className="min-w-0 truncate text-section font-semibold">{post.title || t('untitled')}</p>
  async function keep() {
    const next = title.trim()
    if (leave.current || !next || next === post.title) {
      leave.current = false
      setTitle(post.title)
      return
    }
    if (!(await run('post.change', { id: post.id, title: next })) && !waitsOn(post.id)) setTitle(post.title)
  }
  return (
    <input
      dir="auto"
      aria-label={t('title')}
      value={title}
      maxLength={200}
      placeholder={t('untitled')}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          leave.current = true
        }
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
      className="-ml-1.5 h-control w-full min-w-0 truncate rounded-control bg-transparent px-1.5 text-section font-semibold outline-none hover:bg-hover focus-visible:bg-panel focus-visible:outline-2 focus-visible:outline-accent"
    />
  )
}
