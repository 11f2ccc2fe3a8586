/** The most bytes on a line of iCalendar, without its end (RFC 5545, 3.1). */
const MOST = 75

/**
 * A property as the lines it takes, ended: the longer ones go on in a next line that begins with a space. Lines are
 * counted in bytes, and no character is halved.
 * @param value as it stands in the file; words through `icsText`
 */
export function icsLine(name: string, value: string): string {
  const whole = `${name}:${value}`
  let folded = ''
  let from = 0
  let bytes = 0
  for (let i = 0; i < whole.length; i++) {
    const code = whole.codePointAt(i) ?? 0
    // In UTF-8; counted here because asking for each character of thousands of events takes most of their time.
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (bytes + size > MOST) {
      folded += `${whole.slice(from, i)}\r\n `
      from = i
      bytes = 1
    }
    bytes += size
    if (size === 4) i++
  }
  return `${folded}${whole.slice(from)}\r\n`
}

/** Words on one line, before they are escaped: strict readers stumble over halved and control characters. */
export const icsPlain = (words: string): string =>
  words.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

/** Words as a value of type TEXT: line breaks, commas, semicolons and backslashes escaped. */
export const icsText = (words: string): string => words.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** An instant (epoch ms) as UTC: `20260329T010000Z`. */
export const icsInstant = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

/** A day `YYYY-MM-DD` as a value of type DATE. */
export const icsDay = (day: string): string => day.replaceAll('-', '')
