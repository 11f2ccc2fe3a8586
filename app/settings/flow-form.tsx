import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Flow, FlowStep } from '#server/approval/flow.rules.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox, Radio } from '../ui/checkbox.tsx'
import { ActForm } from './act-form.tsx'
import { FlowStepFields } from './flow-step-fields.tsx'
import { Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'

const MODES = ['none', 'optional', 'required'] as const

const freshStep = (name: string): FlowStep => ({
  name,
  approvers: { memberIds: [], guestIds: [], roles: ['owner', 'admin', 'manager'], teamIds: [] },
  rule: { kind: 'any' },
})
const asks = ({ approvers: { memberIds, roles, teamIds, guestIds } }: FlowStep): boolean =>
  memberIds.length + roles.length + teamIds.length + guestIds.length > 0

/** The approval flow of a channel: mode, and ordered steps with who decides and how many must. */
export function FlowForm({ channelId, flow }: { channelId: string; flow: Flow }) {
  const t = useSettingsWords('channels')
  const [mode, setMode] = useState<Flow['mode']>(flow.mode)
  const [steps, setSteps] = useState<FlowStep[]>(flow.steps)
  const [allowSelf, setAllowSelf] = useState(flow.allowSelf)
  const choose = (next: Flow['mode']) => {
    setMode(next)
    if (next !== 'none' && !steps.length) setSteps([freshStep(t('step', { n: 1 }))])
  }
  const complete = mode === 'none' || steps.every(asks)
  return (
    <Section title={t('flow')} hint={t('flowHint')} level={3}>
      <div className="max-w-xl">
        <ActForm
          name="channel.change"
          act={t('saveFlow')}
          input={() =>
            complete ? { channelId, flow: { mode, allowSelf, steps: mode === 'none' ? [] : steps } } : null
          }
        >
          <fieldset>
            <legend className="sr-only">{t('flow')}</legend>
            {MODES.map((one) => (
              <Radio
                key={one}
                name="mode"
                checked={mode === one}
                onChange={() => choose(one)}
                hint={t(`modeHint.${one}`)}
              >
                {t(`mode.${one}`)}
              </Radio>
            ))}
          </fieldset>
          {mode === 'none' ? null : (
            <>
              <ol className="flex flex-col gap-4">
                {steps.map((step, index) => (
                  <FlowStepFields
                    // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
                    key={index}
                    n={index + 1}
                    step={step}
                    incomplete={!asks(step)}
                    onChange={(next) => setSteps(steps.map((one, i) => (i === index ? next : one)))}
                    onRemove={
                      steps.length > 1 ? () => setSteps(steps.filter((_, i) => i !== index)) : undefined
                    }
                  />
                ))}
              </ol>
              <Button
                kind="quiet"
                icon={<Plus />}
                className="self-start"
                disabled={steps.length >= 10}
                onClick={() => setSteps([...steps, freshStep(t('step', { n: steps.length + 1 }))])}
              >
                {t('addStep')}
              </Button>
              <Checkbox checked={allowSelf} onChange={(event) => setAllowSelf(event.target.checked)}>
                {t('allowSelf')}
              </Checkbox>
            </>
          )}
        </ActForm>
      </div>
    </Section>
  )
}
