import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { type ChecklistView, MAX_ITEM_TEXT } from '#server/checklist/checklist.rules.ts'
import { useDraft } from '../draft/draft-context.tsx'
import { useDetails } from '../draft/use-details.ts'
import { waitsOn } from '../live/outbox/use-outbox.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useChecklistWords } from './checklist-words.ts'

/** Writing items down: Enter makes one and waits for the next; several pasted lines become several items. */
export function AddItem({ list }: { list: ChecklistView }) {
  const t = useChecklistWords()
  const { run } = useDetails()
  const postId = useDraft((state) => state.data.post.id)
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (adding) field.current?.focus()
  }, [adding])

  async function add(lines: string[]) {
    setText('')
    for (const line of lines) {
      const words = line.trim().slice(0, MAX_ITEM_TEXT)
      if (!words) continue
      const made = await run('checklist.addItem', { id: newId(), checklistId: list.id, text: words }, words)
      // Refused: the words come back.
      if (!made && !waitsOn(postId)) return setText(words)
    }
  }
  if (!adding)
    return (
      <Button
        kind="quiet"
        size="dense"
        icon={<Plus />}
        className="-ml-1 self-start"
        onClick={() => setAdding(true)}
      >
        {t('addItem')}
      </Button>
    )
  return (
    <TextField
      ref={field}
      dense
      className="mt-1"
      aria-label={t('newItem', { name: list.name })}
      placeholder={t('placeholder')}
      value={text}
      maxLength={MAX_ITEM_TEXT}
      onChange={(event) => setText(event.target.value)}
      onPaste={(event) => {
        const lines = event.clipboardData.getData('text/plain').split(/\r?\n/)
        if (lines.filter((line) => line.trim()).length < 2) return
        event.preventDefault()
        void add(lines)
      }}
      onBlur={() => {
        if (!text.trim()) setAdding(false)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') void add([text])
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setText('')
        setAdding(false)
      }}
    />
  )
}
