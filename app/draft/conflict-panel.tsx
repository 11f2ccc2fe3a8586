import { Button } from '../ui/button.tsx'
import { useDraft, useDraftMeans } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'

/** Two texts for one place, side by side; the person chooses, nothing is overwritten before. */
export function ConflictPanel() {
  const t = useDraftWords('conflict')
  const { saver } = useDraftMeans()
  const conflict = useDraft((state) => state.conflict)
  if (!conflict) return null
  const side = (title: string, text: string, act: string, which: 'mine' | 'theirs') => (
    <section className="flex min-w-0 flex-1 basis-48 flex-col gap-2 rounded-card border border-line bg-panel p-3">
      <h4 className="text-meta font-medium text-subtle">{title}</h4>
      <p className="max-h-48 flex-1 overflow-y-auto whitespace-pre-wrap break-words text-dense">{text}</p>
      <Button size="dense" className="self-start" onClick={() => saver.choose(which)}>
        {act}
      </Button>
    </section>
  )
  return (
    <div
      role="alert"
      data-tone="amber"
      className="mx-3 mt-3 flex flex-col gap-2.5 rounded-card bg-tone-soft p-3"
    >
      <div>
        <h3 className="text-dense font-semibold">{t('title')}</h3>
        <p className="text-dense text-muted">{t('body')}</p>
      </div>
      <div className="flex flex-wrap gap-2.5">
        {side(t('mine'), conflict.mine, t('keepMine'), 'mine')}
        {side(t('theirs'), conflict.theirs, t('keepTheirs'), 'theirs')}
      </div>
    </div>
  )
}
