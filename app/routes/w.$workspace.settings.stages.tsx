import { useTranslations } from 'use-intl'
import { guarded } from '../guard.ts'
import { Section } from '../settings/section.tsx'
import { StageEditor } from '../stage/stage-editor.tsx'

// The directory, which the shell keeps current, knows the stages.
export const loader = guarded('stage:manage', async () => ({}))

export default function Stages() {
  const t = useTranslations('stage')
  return (
    <Section title={t('title')} hint={t('hint')}>
      <div className="max-w-lg">
        <StageEditor />
      </div>
    </Section>
  )
}
