import { MessageSquare } from 'lucide-react'
import { useStore } from 'zustand'
import { IconButton } from '../../ui/icon-button.tsx'
import type { OpenCanvas } from '../canvas-context.ts'
import { useCanvasWords } from '../canvas-words.ts'

/** Opens and closes the panel of discussions; says how many are open. */
export function TalkButton({ canvas: { talk, fetchTalk } }: { canvas: OpenCanvas }) {
  const t = useCanvasWords()
  const open = useStore(talk.store, (state) => state.open)
  const count = useStore(
    talk.store,
    ({ threads }) => threads?.filter((one) => one.resolvedAt === null).length ?? 0,
  )
  return (
    <IconButton
      data-talk-toggle
      label={t('talk.button', { count })}
      icon={<MessageSquare />}
      side="bottom"
      count={count}
      aria-pressed={open}
      onClick={() => {
        if (open) talk.store.setState({ open: false, writing: null })
        else fetchTalk(() => talk.store.setState({ open: true, thread: null, writing: null }))
      }}
    />
  )
}
