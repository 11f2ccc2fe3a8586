import { type Columns, FIELDS, type Field } from '#server/import/import.rules.ts'
import { Select } from '../ui/select.tsx'
import { useTransferWords } from './transfer-words.ts'

interface ColumnsTableProps {
  /** the first rows of the file */
  head: readonly (readonly string[])[]
  header: boolean
  columns: Columns
  choose(index: number, field: Field | ''): void
}

/** Each column with its first cells, and what it is. */
export function ColumnsTable({ head, header, columns, choose }: ColumnsTableProps) {
  const t = useTransferWords()
  const width = Math.max(0, ...head.map((row) => row.length))
  const rows = header ? head.slice(1) : head
  const fieldAt = (index: number) => FIELDS.find((field) => columns[field] === index) ?? ''
  return (
    <ul aria-label={t('setup.columns')} className="flex flex-col">
      {Array.from({ length: width }, (_, index) => {
        const name = (header && head[0]?.[index]?.trim()) || t('setup.column', { n: String(index + 1) })
        const cells = rows.map((row) => row[index]?.trim()).filter(Boolean)
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={index}
            className="grid grid-cols-[minmax(0,1fr)_minmax(0,12rem)] items-center gap-x-3 border-b border-line py-2 last:border-b-0 max-sm:grid-cols-1 max-sm:gap-y-1.5"
          >
            <div className="min-w-0">
              <p className="truncate text-body font-medium">{name}</p>
              <p className="truncate text-meta text-subtle">{cells.join(' · ') || '–'}</p>
            </div>
            <Select
              dense
              aria-label={name}
              value={fieldAt(index)}
              onChange={(event) => choose(index, event.target.value as Field | '')}
            >
              <option value="">{t('setup.left')}</option>
              {FIELDS.map((field) => (
                <option key={field} value={field}>
                  {t(`field.${field}`)}
                </option>
              ))}
            </Select>
          </li>
        )
      })}
    </ul>
  )
}
