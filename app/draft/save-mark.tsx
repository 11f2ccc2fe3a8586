import { Check, CloudOff, LoaderCircle, PencilLine, TriangleAlert } from 'lucide-react'
import { cx } from '../ui/cx.ts'
import { useDraft, useDraftMeans } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'

const icons = {
  saved: Check,
  saving: LoaderCircle,
  unsaved: PencilLine,
  offline: CloudOff,
  failed: TriangleAlert,
}

/** Whether what was typed is safe. Quiet while it is; says what to do when it is not. */
export function SaveMark() {
  const t = useDraftWords('save')
  const { saver } = useDraftMeans()
  const save = useDraft((state) => state.save)
  const trouble = useDraft((state) => state.trouble)
  const Icon = icons[save]
  const bad = save === 'offline' || save === 'failed'
  return (
    <span
      role="status"
      data-save={save}
      data-tone={save === 'failed' ? 'red' : save === 'offline' ? 'amber' : 'neutral'}
      className={cx(
        'inline-flex min-w-0 items-center gap-1 text-meta [&_svg]:size-3.5 [&_svg]:shrink-0',
        bad ? 'text-tone-text' : 'text-subtle',
      )}
    >
      <Icon aria-hidden="true" />
      <span>{save === 'failed' && trouble ? trouble : t(save)}</span>
      {bad ? (
        <button type="button" className="font-medium underline" onClick={() => void saver.flush()}>
          {t('retry')}
        </button>
      ) : null}
    </span>
  )
}
