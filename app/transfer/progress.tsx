import { useTransferWords } from './transfer-words.ts'

/** How far long work is; it goes on without the page. */
export function Progress(props: { label: string; done: number; total: number; hint: string }) {
  const { label, done, total, hint } = props
  const t = useTransferWords()
  const share = total > 0 ? Math.min(1, done / total) : 0
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-3 text-dense">
        <span className="font-medium">{label}</span>
        <span className="text-muted tabular-nums">{t('run.progress', { done, total })}</span>
      </div>
      <progress aria-label={label} value={done} max={Math.max(1, total)} className="sr-only" />
      <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-n4">
        <div
          className="h-full origin-left rounded-full bg-accent transition-transform duration-180"
          style={{ transform: `scaleX(${share})` }}
        />
      </div>
      <p className="text-meta text-subtle">{hint}</p>
    </div>
  )
}
