import { decodeText } from './decode.ts'
import type { CsvPlan, RowIssue } from './import.rules.ts'
import { type Places, type ReadRow, readRow } from './import-row.rules.ts'
import { readTable } from './read-table.ts'

export type FileRow = { row: number; cells: string[] } & ReadRow

/** What every row of a CSV file makes, in order; the row that names the columns is left out. */
export async function* readDrafts(
  bytes: Buffer,
  plan: CsvPlan,
  places: Places,
  now: number,
): AsyncGenerator<FileRow> {
  const text = decodeText(bytes, plan.encoding)
  let width = 0
  let first = true
  for await (const { row, cells, broken } of readTable(text, plan.delimiter)) {
    if (first && plan.header) {
      width = cells.length
      first = false
      continue
    }
    first = false
    const more = width > 0 && cells.slice(width).some((cell) => cell.trim())
    const issue: RowIssue | null = broken
      ? { field: null, code: 'quotes' }
      : more
        ? { field: null, code: 'width', params: { cells: cells.length, columns: width } }
        : null
    // Everything behind a quotation mark that is never closed would be in here: its beginning tells enough.
    if (issue) yield { row, cells: cells.map((cell) => cell.slice(0, 2_000)), issues: [issue] }
    else yield { row, cells, ...readRow(cells, plan, places, now) }
  }
}
