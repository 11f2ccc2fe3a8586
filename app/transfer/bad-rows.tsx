import { useTransferWords } from './transfer-words.ts'
import type { BadRow } from './types.ts'

/** Rows no post can be made of: where, which field, what to do. */
export function BadRows({ rows, total }: { rows: readonly BadRow[]; total: number }) {
  const t = useTransferWords()
  return (
    <>
      <ul aria-label={t('preview.bad')} className="flex flex-col">
        {rows.map((one) => (
          <li key={one.row} className="flex gap-3 border-b border-line py-2 text-dense last:border-b-0">
            <span className="w-14 shrink-0 text-meta leading-5 text-subtle tabular-nums">
              {t('preview.row')} {one.row}
            </span>
            <div className="min-w-0 flex-1">
              <p className="truncate text-muted">{one.cells.filter(Boolean).join(' · ') || '–'}</p>
              {one.issues.map((issue) => (
                <p key={`${issue.field} ${issue.text}`} className="break-words">
                  {issue.field ? (
                    <span className="font-medium text-red">{t(`field.${issue.field}`)}: </span>
                  ) : null}
                  {issue.text}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {total > rows.length ? (
        <p className="pt-2 text-meta text-subtle">{t('preview.more', { n: total - rows.length })}</p>
      ) : null}
    </>
  )
}
