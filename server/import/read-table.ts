import { setImmediate } from 'node:timers/promises'
import Papa from 'papaparse'
import { Problem } from '../platform/problem.ts'
import { columnsByName } from './columns.rules.ts'
import { DELIMITERS, type Delimiter, MAX_DELIMITERS, MAX_TORN } from './import.rules.ts'

export interface TableRow {
  /** As a spreadsheet numbers it, from 1. */
  row: number
  cells: string[]
  /** A quotation mark in it is not closed, or stands where it cannot. */
  broken: boolean
}

/** Rows read in one go; others have their turn between them. */
const SLICE = 100

/** The line that spreadsheets write and read in front: which sign separates the cells. */
const SEPARATOR = /^"?sep=([,;\t|])"?(?:\r\n?|\n)/i

/** What separates the cells: by which the first line names most columns, else by the first lines. */
export function guessDelimiter(text: string): Delimiter {
  const told = SEPARATOR.exec(text)?.[1]
  if (told) return DELIMITERS.find((one) => one === told) ?? ','
  const head = text.slice(0, 10_000)
  const named = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { preview: 1, delimiter })
    return { delimiter, fields: Object.keys(columnsByName(data[0] ?? [])).length }
  }).sort((a, b) => b.fields - a.fields)
  const [best, next] = named
  if (best && best.fields > (next?.fields ?? 0)) return best.delimiter
  const guess = { preview: 20, delimitersToGuess: [...DELIMITERS], skipEmptyLines: true }
  const { meta } = Papa.parse(text.slice(0, 100_000), guess)
  return DELIMITERS.find((one) => one === meta.delimiter) ?? ','
}

/**
 * Refuses a line that would become so many cells that nobody else has a turn while it is read: quotation marks or not,
 * no plan has one.
 */
function refuseWide(text: string, delimiter: Delimiter): void {
  const code = delimiter.charCodeAt(0)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 10) count = 0
    else if (sign === code && ++count > MAX_DELIMITERS)
      throw new Problem('import.tooWide', { params: { limit: MAX_DELIMITERS } })
  }
}

const [QUOTE, LINE, SPACE] = [34, 10, 32]

/**
 * Refuses a text in which quotation marks stand everywhere where they cannot: the parser makes a note of each of them,
 * which takes a hundred times the file in memory. Some are told row by row.
 */
function refuseTorn(text: string, delimiter: Delimiter): void {
  const code = delimiter.charCodeAt(0)
  let [inside, fresh, torn] = [false, true, 0]
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (!inside) {
      inside = fresh && sign === QUOTE
      fresh = sign === code || sign === LINE
    } else if (sign === QUOTE) {
      if (text.charCodeAt(at + 1) === QUOTE) at++
      else {
        let end = at + 1
        while (text.charCodeAt(end) === SPACE) end++
        const next = text.charCodeAt(end)
        inside = end < text.length && next !== code && next !== LINE
        if (inside && ++torn > MAX_TORN) throw new Problem('import.torn', { params: { limit: MAX_TORN } })
        at = end - 1
      }
    }
  }
}

/**
 * The rows of a CSV text, empty ones left out; every line end is `\n`, in cells too. Problems: import.tooWide,
 * import.torn, before the first row.
 */
export async function* readTable(written: string, delimiter: Delimiter): AsyncGenerator<TableRow> {
  const text = written.replace(SEPARATOR, '\n').replace(/\r\n?/g, '\n')
  refuseWide(text, delimiter)
  refuseTorn(text, delimiter)
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
