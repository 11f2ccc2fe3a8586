import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { useProblemText } from '../shell/problem-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useCanvasWords } from './canvas-words.ts'
import { TEMPLATES, type TemplateName, useTemplate } from './templates.ts'

interface NewCanvasDialogProps {
  close(): void
  made(id: string): void
}

const FORM = 'canvas-form'

/** Makes a canvas: empty, or from a template. */
export function NewCanvasDialog({ close, made }: NewCanvasDialogProps) {
  const t = useCanvasWords()
  const say = useProblemText()
  const may = useMay()
  const { teams, campaigns } = useDirectory()
  const mine = teams.filter((team) => may('canvas:write', team.id))
  const fromTemplate = useTemplate()
  const [id] = useState(() => newId())
  const [template, setTemplate] = useState<TemplateName>('empty')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function save(form: FormData) {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const campaignId = text('campaignId') || null
    setBusy(true)
    setProblem(null)
    try {
      await act('canvas.create', {
        id,
        name: text('name') || t(`template.${template}.name`),
        teamId: text('teamId'),
        campaignId,
        objects: fromTemplate(template, campaignId),
      })
      made(id)
    } catch (error) {
      if (!isActProblem(error)) throw error
      setProblem(error.message || say(error.code, error.params))
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t('create')}
      footer={
        <Button kind="primary" type="submit" form={FORM} busy={busy}>
          {t('createAct')}
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
        <fieldset>
          <legend className="mb-1 text-dense font-medium">{t('start')}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {TEMPLATES.map((name) => (
              <label
                key={name}
                className="flex cursor-pointer flex-col rounded-card p-3 ring-1 ring-line-strong ring-inset has-checked:bg-accent-soft has-checked:ring-2 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
              >
                <input
                  type="radio"
                  name="template"
                  className="sr-only"
                  checked={name === template}
                  onChange={() => setTemplate(name)}
                />
                <span className="text-dense font-medium">{t(`template.${name}.name`)}</span>
                <span className="text-meta text-muted">{t(`template.${name}.hint`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Field id="canvas-name" label={t('name')}>
          <TextField
            id="canvas-name"
            name="name"
            maxLength={120}
            placeholder={t(`template.${template}.name`)}
          />
        </Field>
        <Field id="canvas-team" label={t('team')}>
          <Select id="canvas-team" name="teamId">
            {mine.map((team) => (
              <option key={team.id} value={team.id}>
                {team.name}
              </option>
            ))}
          </Select>
        </Field>
        {campaigns.length ? (
          <Field id="canvas-campaign" label={t('campaign')} optional>
            <Select id="canvas-campaign" name="campaignId">
              <option value="">{t('noCampaign')}</option>
              {campaigns.map((campaign) => (
                <option key={campaign.id} value={campaign.id}>
                  {campaign.name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        {problem ? (
          <p role="alert" data-tone="red" className="text-dense text-tone-text">
            {problem}
          </p>
        ) : null}
      </form>
    </Dialog>
  )
}
