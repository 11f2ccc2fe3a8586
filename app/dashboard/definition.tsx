import type { MetricName } from '#server/metric/metric.rules.ts'
import { tip } from '../ui/tip.ts'
import { useDashboardWords } from './dashboard-words.ts'
import { useMetricWords } from './metric-words.ts'

/** The name of a metric; what it counts on hover and by keyboard. On touch the list below the charts says it. */
export function Definition({ of }: { of: MetricName }) {
  const t = useMetricWords()
  return (
    <span
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the definition must be reachable by keyboard
      tabIndex={0}
      className="cursor-help rounded-mark decoration-n8 decoration-dotted underline-offset-4 hover:underline"
      {...tip(t(`${of}.definition`), { side: 'bottom' })}
    >
      {t(`${of}.label`)}
    </span>
  )
}

/** What every figure on the page means, in words. */
export function Definitions({ names }: { names: readonly MetricName[] }) {
  const t = useMetricWords()
  const d = useDashboardWords()
  return (
    <details className="col-span-12 text-dense">
      <summary className="w-fit cursor-pointer rounded-mark text-muted hover:text-fg">{d('meaning')}</summary>
      <dl className="mt-3 grid max-w-4xl gap-x-8 gap-y-3 sm:grid-cols-2">
        {names.map((name) => (
          <div key={name}>
            <dt className="font-medium">{t(`${name}.label`)}</dt>
            <dd className="text-pretty text-muted">{t(`${name}.definition`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
