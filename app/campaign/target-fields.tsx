import { Plus, X } from 'lucide-react'
import type { KpiTarget } from '#server/campaign/campaign.rules.ts'
import { METRIC_NAMES, type MetricName, metricDefinition } from '#server/metric/metric.rules.ts'
import { useMetricWords } from '../dashboard/metric-words.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useCampaignWords } from './campaign-words.ts'

const MOST = 20
/** How a stored value is typed: shares in percent, times in hours. */
const FACTOR = { count: 1, share: 0.01, milliseconds: 3_600_000 } as const
const factor = (name: MetricName) => FACTOR[metricDefinition(name).unit]
const rounded = (value: number) => Number(value.toPrecision(12))

interface TargetFieldsProps {
  targets: KpiTarget[]
  onChange(targets: KpiTarget[]): void
}

/** The KPI targets: a measure and a value a line, each measure once. */
export function TargetFields({ targets, onChange }: TargetFieldsProps) {
  const t = useCampaignWords()
  const metric = useMetricWords()
  const units = { count: '', share: '%', milliseconds: 'h' }
  const free = METRIC_NAMES.filter((name) => !targets.some((one) => one.metric === name))
  const change = (index: number, set: Partial<KpiTarget>) =>
    onChange(targets.map((one, i) => (i === index ? { ...one, ...set } : one)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-dense font-medium">{t('targets')}</legend>
      {targets.map((one, index) => (
        <div key={one.metric} className="grid grid-cols-[minmax(0,1fr)_8rem_auto] items-center gap-2">
          <Select
            dense
            aria-label={t('targetMetric', { number: index + 1 })}
            value={one.metric}
            onChange={(event) => change(index, { metric: event.target.value as MetricName })}
          >
            {[one.metric, ...free].map((name) => (
              <option key={name} value={name}>
                {metric(`${name}.label`)}
              </option>
            ))}
          </Select>
          <TextField
            dense
            type="number"
            min={0}
            step="any"
            required
            aria-label={t('targetValue', { number: index + 1 })}
            after={
              <span className="pr-2 text-meta text-subtle">{units[metricDefinition(one.metric).unit]}</span>
            }
            value={one.value ? rounded(one.value / factor(one.metric)) : ''}
            onChange={(event) => change(index, { value: Number(event.target.value) * factor(one.metric) })}
          />
          <IconButton
            size="dense"
            label={t('removeTarget', { metric: metric(`${one.metric}.label`) })}
            icon={<X />}
            onClick={() => onChange(targets.filter((_, i) => i !== index))}
          />
        </div>
      ))}
      {targets.length < MOST && free[0] ? (
        <Button
          size="dense"
          type="button"
          className="self-start"
          icon={<Plus aria-hidden="true" />}
          onClick={() => onChange([...targets, { metric: free[0]!, value: 0 }])}
        >
          {t('addTarget')}
        </Button>
      ) : null}
    </fieldset>
  )
}
