import { guarded } from '../guard.ts'
import { Section } from '../settings/section.tsx'
import { StageEditor } from '../stage/stage-editor.tsx'
import { useStageWords } from '../stage/stage-words.ts'

// The directory, which the shell keeps current, knows the stages.
export const loader = guarded('stage:manage', async () => ({}))

export default function Stages() {
  const t = useStageWords()
  return (
    <Section title={t('title')} hint={t('hint')}>
      <div className="max-w-lg">
        <StageEditor />
      </div>
    </Section>
  )
}
