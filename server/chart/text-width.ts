/** Roughly how wide `text` is in px: enough to leave room for it. Wide scripts count double. */
export function textWidth(text: string, size = 12): number {
  let ems = 0
  for (const letter of text) {
    if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(letter)) ems += 1
    else if (/[\s.,:;'|!ilj1I]/.test(letter)) ems += 0.34
    else if (/[MWmw%@]/.test(letter)) ems += 0.92
    else if (/[\dA-Z]/.test(letter)) ems += 0.67
    else ems += 0.6
  }
  return Math.ceil(ems * size)
}

/** The text, shortened with "…" to fit `width` px. */
export function fitted(text: string, width: number, size = 12): string {
  if (textWidth(text, size) <= width) return text
  const letters = [...text]
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
