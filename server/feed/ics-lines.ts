/** The most bytes on a line of iCalendar, without its end (RFC 5545, 3.1). */
const MOST = 75

/**
 * A property as the lines it takes, ended: the longer ones go on in a next line that begins with a space. Lines are
 * counted in bytes, and no character is halved.
 * @param value as it stands in the file; words through `icsText`
 */
export function icsLine(name: string, value: string): string {
  const whole = `${name}:${value}`
  // Most lines: no character of JavaScript takes more than three bytes.
  if (whole.length * 3 <= MOST || Buffer.byteLength(whole) <= MOST) return `${whole}\r\n`
  const lines: string[] = []
  let line = ''
  let bytes = 0
  for (const character of whole) {
    const size = Buffer.byteLength(character)
    if (bytes + size > MOST) {
      lines.push(line)
      line = ' '
      bytes = 1
    }
    line += character
    bytes += size
  }
  return `${[...lines, line].join('\r\n')}\r\n`
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
