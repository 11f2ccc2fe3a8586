import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PAUSE_SCOPES } from '#server/delivery/pause.rules.ts'
import { useNetworkName } from '../channel/use-network-name.ts'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'

type Scope = (typeof PAUSE_SCOPES)[number]

/** Asks what to stop and why. Nobody but those who may stop that much is offered it. */
export function PauseDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations('delivery.pause')
  const networkName = useNetworkName()
  const ui = useTranslations('ui')
  const problem = useTranslations('problem.request')
  const { teams, channels, campaigns, labels } = useDirectory()
  const may = useMay()
  const everywhere = may('publishing:pause', null)
  const networks = [...new Set(channels.map((one) => one.network))]
  const choices: Record<Scope, { value: string; label: string }[] | null> = {
    workspace: everywhere ? [] : null,
    team: teams
      .filter((one) => may('publishing:pause', one.id))
      .map(({ id, name }) => ({ value: id, label: name })),
    network: everywhere ? networks.map((value) => ({ value, label: networkName(value) })) : null,
    campaign: campaigns
      .filter((one) => may('publishing:pause', one.teamId))
      .map(({ id, name }) => ({ value: id, label: name })),
    label: everywhere ? labels.map(({ id, name }) => ({ value: id, label: name })) : null,
  }
  const scopes = PAUSE_SCOPES.filter((one) => choices[one] && (one === 'workspace' || choices[one]?.length))
  const [scope, setScope] = useState<Scope>(scopes[0] ?? 'workspace')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const list = choices[scope] ?? []
  const value = scope === 'workspace' ? '' : typed || (list[0]?.value ?? '')
  const ready = reason.trim() !== '' && (scope === 'workspace' || value !== '')

  async function start() {
    if (!ready || busy) return
    setBusy(true)
    try {
      await act('pause.start', { scope, value, reason })
      onClose()
    } catch (error) {
      setWrong(isActProblem(error) && error.message ? error.message : problem('unreachable'))
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('start')}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="danger" busy={busy} disabled={!ready} onClick={() => void start()}>
            {t('start')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void start()
        }}
      >
        <p className="text-dense text-muted">{t('explain')}</p>
        <Field id="pause-scope" label={t('what')}>
          <Select
            id="pause-scope"
            value={scope}
            onChange={(event) => {
              setScope(event.target.value as Scope)
              setTyped('')
            }}
          >
            {scopes.map((one) => (
              <option key={one} value={one}>
                {t(`kind.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        {list.length ? (
          <Field id="pause-value" label={t(`kind.${scope}`)}>
            <Select id="pause-value" value={value} onChange={(event) => setTyped(event.target.value)}>
              {list.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Field id="pause-reason" label={t('reason')} errors={wrong ? [wrong] : undefined}>
          <TextField
            id="pause-reason"
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
