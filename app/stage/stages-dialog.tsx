import { useTranslations } from 'use-intl'
import { Dialog } from '../ui/dialog.tsx'
import { StageEditor } from './stage-editor.tsx'

/** The working stages of one's teams, over the board: it changes behind the dialog as they do. */
export function StagesDialog({ close }: { close(): void }) {
  const t = useTranslations('stage')
  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={t('title')} description={t('hint')}>
      <StageEditor />
    </Dialog>
  )
}
