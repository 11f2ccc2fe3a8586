import { X } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { FlowStep, StepRule } from '#server/approval/flow.rules.ts'
import { BUILT_IN_ROLES } from '#server/member/permission.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { Chip } from '../ui/chip.tsx'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useSettingsWords } from './settings-words.ts'

/** Roles that may hold `post:decide`; asking others would ask nobody. */
const DECIDERS = BUILT_IN_ROLES.filter((role) => ['owner', 'admin', 'manager'].includes(role))

interface FlowStepFieldsProps {
  n: number
  step: FlowStep
  incomplete: boolean
  onChange(step: FlowStep): void
  onRemove: (() => void) | undefined
}

/** One step of an approval flow. */
export function FlowStepFields({ n, step, incomplete, onChange, onRemove }: FlowStepFieldsProps) {
  const t = useSettingsWords()
  const ui = useTranslations('ui')
  const id = useId()
  const { members } = useDirectory()
  const { approvers, rule } = step
  const setApprovers = (set: Partial<FlowStep['approvers']>) =>
    onChange({ ...step, approvers: { ...approvers, ...set } })
  const toggle = (list: readonly string[], one: string) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
  const setRule = (kind: StepRule['kind']) =>
    onChange({ ...step, rule: kind === 'count' ? { kind, count: 2 } : { kind } })
  const others = members.filter((one) => !one.gone && !approvers.memberIds.includes(one.id))
  return (
    <li className="flex flex-col gap-3 rounded-card bg-n2 p-3">
      <div className="flex items-end gap-2">
        <Field id={`${id}name`} label={t('channels.step', { n })} className="flex-1">
          <TextField
            id={`${id}name`}
            value={step.name}
            maxLength={80}
            onChange={(event) => onChange({ ...step, name: event.target.value })}
          />
        </Field>
        {onRemove ? (
          <IconButton label={t('channels.removeStep', { n })} icon={<X />} onClick={onRemove} />
        ) : null}
      </div>
      <fieldset>
        <legend className="text-dense font-medium">{t('channels.byRole')}</legend>
        <div className="mt-1 flex flex-wrap gap-1.5">
          {DECIDERS.map((role) => (
            <Chip
              key={role}
              name={t(`role.${role}`)}
              pressed={approvers.roles.includes(role)}
              onPress={() => setApprovers({ roles: toggle(approvers.roles, role) })}
            />
          ))}
        </div>
      </fieldset>
      <Field
        id={`${id}people`}
        label={t('channels.byName')}
        errors={incomplete ? [t('channels.noApprover')] : undefined}
      >
        <Select
          id={`${id}people`}
          value=""
          aria-invalid={incomplete || undefined}
          aria-describedby={incomplete ? `${id}people-error` : undefined}
          onChange={(event) => setApprovers({ memberIds: [...approvers.memberIds, event.target.value] })}
        >
          <option value="">{ui('choose')}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      </Field>
      {approvers.memberIds.length ? (
        <div className="flex flex-wrap gap-1.5">
          {approvers.memberIds.map((memberId) => {
            const name = members.find((one) => one.id === memberId)?.name ?? memberId
            return (
              <Chip
                key={memberId}
                name={name}
                onRemove={() => setApprovers({ memberIds: toggle(approvers.memberIds, memberId) })}
              />
            )
          })}
        </div>
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        <Field id={`${id}rule`} label={t('channels.rule')}>
          <Select
            id={`${id}rule`}
            value={rule.kind}
            onChange={(event) => setRule(event.target.value as StepRule['kind'])}
          >
            {(['any', 'all', 'count'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t(`channels.ruleKind.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        {rule.kind === 'count' ? (
          <Field id={`${id}count`} label={t('channels.ruleCount')}>
            <TextField
              id={`${id}count`}
              type="number"
              min={1}
              max={100}
              value={rule.count}
              onChange={(event) =>
                onChange({
                  ...step,
                  rule: { kind: 'count', count: Math.max(1, event.target.valueAsNumber || 1) },
                })
              }
            />
          </Field>
        ) : null}
      </div>
    </li>
  )
}
