import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Card } from '#server/post/card.rules.ts'
import { StageMark } from '../board/stage-mark.tsx'
import { usePath } from '../live/directory.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useCanvasWords } from './canvas-words.ts'
import { readCards } from './read-cards.ts'

interface PostDialogProps {
  close(): void
  pick(id: string): void
}

const PATIENCE_MS = 150

/** Searches for a post to put on the canvas. */
export function PostDialog({ close, pick }: PostDialogProps) {
  const t = useCanvasWords('search')
  const stage = useTranslations('board.stage')
  const path = usePath()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Card[] | null>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let live = true
    const timer = setTimeout(async () => {
      try {
        const cards = await readCards(path('canvas/cards'), { words })
        if (!live) return
        setFound(cards)
        setFailed(false)
      } catch {
        if (live) setFailed(true)
      }
    }, PATIENCE_MS)
    return () => {
      live = false
      clearTimeout(timer)
    }
  }, [words, path])

  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={t('title')}>
      <TextField
        autoFocus
        type="search"
        aria-label={t('label')}
        placeholder={t('placeholder')}
        before={<Search aria-hidden="true" />}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {failed ? (
        <p role="alert" className="mt-3 text-dense text-muted">
          {t('failed')}
        </p>
      ) : null}
      {found && !found.length ? <p className="mt-3 text-dense text-muted">{t('nothing')}</p> : null}
      <ul className="mt-2 flex flex-col" aria-label={t('found')}>
        {(found ?? []).map((card) => (
          <li key={card.id}>
            <button
              type="button"
              className="flex min-h-9 w-full items-center gap-2 rounded-control px-2 text-left text-dense hover:bg-hover touch:min-h-11"
              onClick={() => {
                pick(card.id)
                close()
              }}
            >
              <StageMark stage={card.stage} />
              <span className="min-w-0 flex-1 truncate">{card.title}</span>
              <span className="text-meta text-subtle">{stage(card.stage)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
