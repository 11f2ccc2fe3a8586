/** A stretch of a text that something hangs on; UTF-16 offsets, `end` excluded. */
export interface Mark {
  id: string
  start: number
  end: number
}

export interface Segment {
  text: string
  start: number
  /** Everything that hangs on this stretch. */
  ids: string[]
}

/** Cuts a text at the edges of marks, which may overlap, so that each piece knows all that hangs on it. */
export function segments(text: string, marks: readonly Mark[]): Segment[] {
  const inside = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter((mark) => mark.start < mark.end)
  const edges = [...new Set([0, text.length, ...inside.flatMap((mark) => [mark.start, mark.end])])].sort(
    (a, b) => a - b,
  )
  const pieces: Segment[] = []
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1]
    if (end === undefined) break
    const ids = inside.filter((mark) => mark.start <= start && mark.end >= end).map((mark) => mark.id)
    pieces.push({ text: text.slice(start, end), start, ids })
  }
  return pieces
}

/** A selection without the spaces at its edges; null when nothing is left. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  const trail = words.length - words.trimEnd().length
  return start + lead < end - trail ? { start: start + lead, end: end - trail } : null
}
