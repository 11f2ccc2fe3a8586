import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { CampaignRow } from '#server/campaign/campaign.reads.ts'
import { toMinor } from '#server/campaign/money.rules.ts'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { useProblemText } from '../shell/problem-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.ts'
import { BudgetField } from './budget-field.tsx'
import { useCampaignWords } from './campaign-words.ts'
import { HuePicker } from './hue-picker.tsx'
import { TargetFields } from './target-fields.tsx'

interface CampaignDialogProps {
  /** the one to change; without it a new one is made */
  campaign?: Omit<CampaignRow, 'posts' | 'published'> | undefined
  close(): void
}

const FORM = 'campaign-form'

/** Makes or changes a campaign. */
export function CampaignDialog({ campaign, close }: CampaignDialogProps) {
  const t = useCampaignWords()
  const say = useProblemText()
  const may = useMay()
  const { teams } = useDirectory()
  const mine = teams.filter((team) => may('campaign:write', team.id))
  const [id] = useState(() => campaign?.id ?? newId())
  const [hue, setHue] = useState(campaign?.hue ?? Math.floor(Math.random() * 12))
  const [start, setStart] = useState(campaign?.startsOn ?? '')
  const [targets, setTargets] = useState(campaign?.targets ?? [])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function save(form: FormData) {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const [amount, currency] = [text('budget'), text('currency')]
    const minor = amount ? toMinor(amount, currency) : null
    if (amount && minor === null) return setProblem(t('budgetWrong'))
    const settings = {
      id,
      name: text('name'),
      goal: text('goal'),
      hue,
      teamId: text('teamId'),
      startsOn: text('startsOn') || null,
      endsOn: text('endsOn') || null,
      targets: targets.filter((one) => one.value > 0),
      budget: minor === null ? null : { amount: minor, currency },
    }
    setBusy(true)
    setProblem(null)
    try {
      await act(campaign ? 'campaign.change' : 'campaign.create', settings)
      close()
      toast({ title: t(campaign ? 'changed' : 'created', { name: settings.name }), kind: 'done' })
    } catch (error) {
      if (!isActProblem(error)) throw error
      setProblem(
        error.field === 'endsOn' ? t('endsBeforeStart') : error.message || say(error.code, error.params),
      )
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t(campaign ? 'change' : 'create')}
      footer={
        <Button kind="primary" type="submit" form={FORM} busy={busy}>
          {t(campaign ? 'save' : 'createAct')}
        </Button>
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void save(new FormData(event.currentTarget))
        }}
      >
        <Field id="campaign-name" label={t('name')}>
          <TextField id="campaign-name" name="name" required maxLength={120} defaultValue={campaign?.name} />
        </Field>
        <Field id="campaign-goal" label={t('goal')} hint={t('goalHint')} optional>
          <TextArea id="campaign-goal" name="goal" rows={2} maxLength={2000} defaultValue={campaign?.goal} />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field id="campaign-start" label={t('startsOn')} optional>
            <TextField
              id="campaign-start"
              name="startsOn"
              type="date"
              value={start}
              onChange={(event) => setStart(event.target.value)}
            />
          </Field>
          <Field id="campaign-end" label={t('endsOn')} optional>
            <TextField
              id="campaign-end"
              name="endsOn"
              type="date"
              min={start || undefined}
              defaultValue={campaign?.endsOn ?? ''}
            />
          </Field>
        </div>
        <Field id="campaign-team" label={t('team')}>
          <Select id="campaign-team" name="teamId" defaultValue={campaign?.teamId}>
            {mine.map((team) => (
              <option key={team.id} value={team.id}>
                {team.name}
              </option>
            ))}
          </Select>
        </Field>
        <BudgetField budget={campaign?.budget ?? null} />
        <TargetFields targets={targets} onChange={setTargets} />
        <HuePicker value={hue} onChange={setHue} />
        {problem ? (
          <p role="alert" data-tone="red" className="text-dense text-tone-text">
            {problem}
          </p>
        ) : null}
      </form>
    </Dialog>
  )
}
