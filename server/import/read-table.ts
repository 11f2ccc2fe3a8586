import { setImmediate } from 'node:timers/promises'
import Papa from 'papaparse'
import { DELIMITERS, type Delimiter } from './import.rules.ts'

export interface TableRow {
  /** As a spreadsheet numbers it, from 1. */
  row: number
  cells: string[]
  /** A quotation mark in it is not closed, or stands where it cannot. */
  broken: boolean
}

/** Rows read in one go; others have their turn between them. */
const SLICE = 500

/** What separates the cells, by the first lines. */
export function guessDelimiter(text: string): Delimiter {
  const { meta } = Papa.parse(text.slice(0, 100_000), { preview: 20, delimitersToGuess: [...DELIMITERS] })
  return DELIMITERS.find((one) => one === meta.delimiter) ?? ','
}

/** The rows of a CSV text, empty ones left out; every line end is `\n`, in cells too. */
export async function* readTable(written: string, delimiter: Delimiter): AsyncGenerator<TableRow> {
  const text = written.replace(/\r\n?/g, '\n')
  let at = 0
  let row = 0
  while (at < text.length) {
    // Its fast mode counts one row more than it gives.
    const parser = new Papa.Parser({ delimiter, newline: '\n', preview: SLICE, fastMode: false })
    const { data, errors, meta } = parser.parse(text.slice(at), 0, false) as Papa.ParseResult<string[]>
    const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map((one) => one.row))
    for (const [index, cells] of data.entries()) {
      row++
      if (cells.some((cell) => cell.trim())) yield { row, cells, broken: broken.has(index) }
    }
    if (!meta.truncated || meta.cursor <= 0) return
    at += meta.cursor
    await setImmediate()
  }
}

/** The first rows. */
export async function firstRows(text: string, delimiter: Delimiter, count: number): Promise<string[][]> {
  const rows: string[][] = []
  for await (const { cells } of readTable(text, delimiter)) {
    rows.push(cells)
    if (rows.length === count) break
  }
  return rows
}
