import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../live/directory.tsx'
import { Rows, Section } from '../settings/section.tsx'
import { Button } from '../ui/button.tsx'
import { LabelDialog } from './label-dialog.tsx'
import { type LabelFacts, LabelRow } from './label-row.tsx'
import { useLabelWords } from './label-words.ts'

/** The labels of the workspace in one place. Who plans for single teams adds to them; who plans everywhere keeps order. */
export function LabelsPage({ labels }: { labels: readonly LabelFacts[] }) {
  const t = useLabelWords()
  const [adding, add] = useState(false)
  const mayKeep = useMay()('post:write', null)
  return (
    <Section
      title={t('title')}
      hint={t('hint')}
      act={
        <Button kind="primary" icon={<Plus />} onClick={() => add(true)}>
          {t('add')}
        </Button>
      }
    >
      {labels.length ? (
        <Rows label={t('title')}>
          {labels.map((one) => (
            <LabelRow key={one.id} label={one} others={labels} mayKeep={mayKeep} />
          ))}
        </Rows>
      ) : (
        <p className="text-dense text-muted">{t('none')}</p>
      )}
      {adding ? <LabelDialog close={() => add(false)} /> : null}
    </Section>
  )
}
