/**
 * What a spreadsheet would run as a formula, also in the full-width signs of East Asian keyboards. One that was guarded
 * already is guarded once more, so that taking a guard off gives back what was there.
 */
const RUNS = /^'*[=+\-@\t\r＝＋－＠]/

/** A cell that a spreadsheet shows as text, whatever it begins with: an apostrophe keeps it from being a formula. */
export const guarded = (cell: string): string => (RUNS.test(cell) ? `'${cell}` : cell)

/** Takes the apostrophe off again that `guarded` (or another product, for the same reason) has put before a formula. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell

/** One line of CSV (RFC 4180); nothing in it is run by a spreadsheet. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells
    .map(guarded)
    .map((cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`

/** By this mark spreadsheets know that a file is UTF-8. */
export const BOM = '\uFEFF'
