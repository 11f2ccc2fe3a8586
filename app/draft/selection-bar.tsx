import { MessageSquarePlus } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useCommentWords } from '../comment/comment-words.ts'
import { Button } from '../ui/button.tsx'
import { Keys } from '../ui/kbd.tsx'

/** A small bar over the end of the selected words. Rendered inside the layer to know where that is. */
export function SelectionBar({
  label,
  keys,
  onComment,
}: {
  label: string
  keys: string
  onComment: (() => void) | null
}) {
  const t = useCommentWords()
  const anchor = useRef<HTMLSpanElement>(null)
  const [at, setAt] = useState<{ top: number; left: number; host: Element } | null>(null)
  useLayoutEffect(() => {
    const element = anchor.current
    const host = element?.closest('[data-draft-editor]')
    if (!element || !host) return
    const [own, around] = [element.getBoundingClientRect(), host.getBoundingClientRect()]
    const next = {
      top: own.top - around.top + own.height + 6,
      left: Math.max(8, Math.min(own.left - around.left - 40, around.width - 140)),
      host,
    }
    setAt((old) => (old && old.top === next.top && old.left === next.left ? old : next))
  })
  return (
    <>
      <span ref={anchor} />
      {at && onComment
        ? createPortal(
            <div
              role="toolbar"
              aria-label={label}
              className="absolute z-20 flex animate-pop-in rounded-control bg-overlay p-0.5 shadow-menu"
              style={{ top: at.top, left: at.left }}
            >
              <Button
                kind="quiet"
                size="dense"
                icon={<MessageSquarePlus aria-hidden="true" />}
                // The words stay selected.
                onMouseDown={(event) => event.preventDefault()}
                onClick={onComment}
              >
                {t('select')}
                <Keys keys={keys} />
              </Button>
            </div>,
            at.host,
          )
        : null}
    </>
  )
}
