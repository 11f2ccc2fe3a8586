import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LogEvent } from '#server/event/catalogue.ts'
import type { Card, CardPatch } from '#server/post/card.rules.ts'

/** Cards by post; null: not there, or not for me. Absent: not asked yet. */
type Shelf = ReadonlyMap<string, Card | null>

export interface CardShelf {
  store: StoreApi<{ cards: Shelf }>
  /** Has these cards here soon. */
  want(ids: Iterable<string>): void
  /** Keeps them as the log says. */
  hear(event: LogEvent): void
}

const AT_ONCE = 100
const SOON_MS = 30

/** The post cards that stand on a canvas: fetched once, kept current by the log. */
export function createCardShelf(fetchCards: (ids: readonly string[]) => Promise<Card[]>): CardShelf {
  const store = createStore<{ cards: Shelf }>(() => ({ cards: new Map() }))
  const wanted = new Set<string>()
  /** Asked for, not answered yet; true when the log has changed it meanwhile, so that the answer may be old. */
  const asked = new Map<string, boolean>()
  let planned = false

  const put = (entries: Iterable<[string, Card | null]>) =>
    store.setState({ cards: new Map([...store.getState().cards, ...entries]) })

  async function fetchWanted(): Promise<void> {
    planned = false
    const ids = [...wanted].slice(0, AT_ONCE)
    for (const id of ids) {
      wanted.delete(id)
      asked.set(id, false)
    }
    try {
      const found = new Map((await fetchCards(ids)).map((card) => [card.id, card]))
      put(ids.map((id) => [id, found.get(id) ?? null]))
    } catch {
      // They are asked for again with the next wish.
    }
    for (const id of ids) {
      if (asked.get(id)) wanted.add(id)
      asked.delete(id)
    }
    if (wanted.size) plan()
  }
  function plan(): void {
    if (planned) return
    planned = true
    setTimeout(fetchWanted, SOON_MS)
  }

  return {
    store,
    want(ids) {
      const { cards } = store.getState()
      for (const id of ids) if (!cards.has(id)) wanted.add(id)
      if (wanted.size) plan()
    },
    hear(event) {
      const { id, set, post } = event.data as { id?: string; set?: CardPatch; post?: Card }
      const { cards } = store.getState()
      const about = post?.id ?? id
      if (about && asked.has(about)) asked.set(about, true)
      if (post && cards.has(post.id)) return put([[post.id, post]])
      const card = id ? cards.get(id) : undefined
      if (!id || card === undefined) return
      if (event.type === 'post.archived') put([[id, null]])
      else if (card && set) put([[id, { ...card, ...set }]])
    },
  }
}
