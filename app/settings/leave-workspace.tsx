import { useState } from 'react'
import { useDirectory } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'
import { useAct } from './use-act.ts'

/** The way out of the workspace. The last owner is told why not. */
export function LeaveWorkspace() {
  const t = useSettingsWords('profile')
  const { workspace } = useDirectory()
  const { busy, run } = useAct()
  const [asking, ask] = useState(false)
  const leave = async () => {
    const answer = await run('member.leave', {})
    if ('done' in answer) window.location.assign('/')
    else ask(false)
  }
  return (
    <Section
      title={t('leave')}
      hint={t('leaveHint')}
      act={<Button onClick={() => ask(true)}>{t('leaveAct', { workspace: workspace.name })}</Button>}
    >
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title={t('leaveAsk', { workspace: workspace.name })}
        act={t('leaveAct', { workspace: workspace.name })}
        danger
        busy={busy}
        onConfirm={leave}
      >
        {t('leaveHint')}
      </ConfirmDialog>
    </Section>
  )
}
