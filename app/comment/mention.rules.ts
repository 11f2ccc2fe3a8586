export interface Mentionable {
  id: string
  name: string
}

/** The `@word` that is being typed before the caret; null when none is. Names may hold one space. */
export function mentionAt(text: string, caret: number): { start: number; query: string } | null {
  const before = text.slice(0, caret)
  const found = /(?:^|[\s(])@([^\s@]*(?: [^\s@]*)?)$/u.exec(before)
  if (!found) return null
  const query = found[1] ?? ''
  return { start: caret - query.length - 1, query }
}

/** People whose name fits what is being typed: at the beginning of any of its words. */
export function matching<P extends Mentionable>(people: readonly P[], query: string, most = 6): P[] {
  const wanted = query.trim().toLocaleLowerCase()
  const fits = ({ name }: P) => {
    const lower = name.toLocaleLowerCase()
    return lower.startsWith(wanted) || lower.includes(` ${wanted}`)
  }
  return people.filter(fits).slice(0, most)
}

/** Puts a name where the `@word` was, with a space after it. */
export function complete(text: string, at: { start: number }, caret: number, name: string) {
  const words = `@${name} `
  return { text: text.slice(0, at.start) + words + text.slice(caret), caret: at.start + words.length }
}

/** The people a text names, by the longest name that fits at each `@`; and the text in pieces to draw. */
export function mentionsIn<P extends Mentionable>(text: string, people: readonly P[]) {
  const longest = [...people].sort((a, b) => b.name.length - a.name.length)
  const pieces: { text: string; person: P | null }[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const person = longest.find(({ name }) => name && text.startsWith(name, at + 1))
    if (!person || at < from) continue
    if (at > from) pieces.push({ text: text.slice(from, at), person: null })
    from = at + 1 + person.name.length
    pieces.push({ text: text.slice(at, from), person })
  }
  if (from < text.length) pieces.push({ text: text.slice(from), person: null })
  const ids = [...new Set(pieces.flatMap((piece) => (piece.person ? [piece.person.id] : [])))]
  return { ids, pieces }
}
