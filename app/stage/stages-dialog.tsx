import { Dialog } from '../ui/dialog.tsx'
import { StageEditor } from './stage-editor.tsx'
import { useStageWords } from './stage-words.ts'

/** The working stages of one's teams, over the board: it changes behind the dialog as they do. */
export function StagesDialog({ close }: { close(): void }) {
  const t = useStageWords()
  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={t('title')} description={t('hint')}>
      <StageEditor />
    </Dialog>
  )
}
