import { CANVAS } from '#server/canvas/canvas.rules.ts'

const BULLET = /^\s*(?:[-*•–·]|\d{1,4}[.)]|\[[ x]\])\s+/i

/**
 * What is pasted as a list, line by line without its bullets: lines that all begin with one, or the cells of a table
 * (a column of a spreadsheet). Null: it is one text.
 * @param html the same as a page, when the clipboard has it
 */
export function noteList(text: string, html = ''): string[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim())
  if (lines.length < 2) return null
  const cells = /<t[dh][\s>]/i.test(html)
  const items = /<li[\s>]/i.test(html) && !/<p[\s>]/i.test(html)
  if (!cells && !items && !lines.every((line) => BULLET.test(line))) return null
  const parts = cells ? lines.flatMap((line) => line.split('\t')) : lines
  const list = parts.map((part) => part.replace(BULLET, '').trim().slice(0, CANVAS.note)).filter(Boolean)
  return list.length > 1 ? list : null
}
