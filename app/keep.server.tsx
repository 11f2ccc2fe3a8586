import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom/server'
import type { Messages } from '#server/i18n/messages.ts'
import { type DocumentFacts, DocumentProvider } from './document.tsx'
import { type Keep, KeepProvider } from './ui/kept.tsx'

/** Pieces kept in a process, some KB each, and values told apart; those not used for longest go first. */
const MOST_PIECES = 1_000
const MOST_VALUES = 10_000

/** A map that forgets what has not been asked for longest. */
function bounded<V>(most: number) {
  const map = new Map<string, V>()
  return (key: string, make: () => V): V => {
    const known = map.get(key)
    const value = known === undefined ? make() : known
    map.delete(key)
    map.set(key, value)
    const [oldest] = map.keys()
    if (map.size > most && oldest !== undefined) map.delete(oldest)
    return value
  }
}

const pieces = bounded<Buffer>(MOST_PIECES)
const names = bounded<string>(MOST_VALUES)
const known = new WeakMap<object, string>()
let last = 0

/** A name for a value: the same for the same content. What is shared between requests is written out only once. */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const before = known.get(value)
  if (before !== undefined) return before
  const name = names(JSON.stringify(value), () => `#${++last}`)
  known.set(value, name)
  return name
}

/**
 * Keeps pieces for the pages of one language and zone. A piece is rendered apart from its page: of what stands around it
 * it finds the words and the address, and what it brings along.
 */
export function keeper({ locale, zone, now }: DocumentFacts, messages: Messages, url: string) {
  const { pathname, search } = new URL(url)
  const facts = { locale, zone, nonce: '', requestId: '', now }
  const kept = (by: readonly unknown[], piece: ReactElement): Buffer =>
    pieces(`${locale} ${zone} ${by.map(nameOf).join(' ')}`, () =>
      Buffer.from(
        renderToString(
          <DocumentProvider facts={facts} messages={messages}>
            <KeepProvider value={inside}>
              <StaticRouter location={{ pathname, search }}>{piece}</StaticRouter>
            </KeepProvider>
          </DocumentProvider>,
        ),
      ),
    )
  const inside: Keep = (by, piece) => kept(by, piece).toString()
  const used: Buffer[] = []
  return {
    /** Leaves a mark where the piece belongs. */
    keep: ((by, piece) => `<!--kept ${used.push(kept(by, piece)) - 1}-->`) satisfies Keep,
    /** The bytes of what was rendered, the pieces in their places. React writes no `<` of anybody's words. */
    whole: (html: string): Buffer[] =>
      html.split(/<!--kept (\d+)-->/).map((part, i) => (i % 2 ? used[Number(part)]! : Buffer.from(part))),
  }
}
