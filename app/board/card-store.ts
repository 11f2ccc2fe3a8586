import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LogEvent } from '#server/event/catalogue.ts'
import type { Card, CardPatch } from '#server/post/card.rules.ts'

/** How cards are put into groups (stages, days) and in which order they stand in one. */
export interface Grouping {
  groupOf(card: Card): string | null
  /** The groups of a card that may stand in several; without it `groupOf` says the one. */
  groupsOf?(card: Card): readonly string[]
  compare(a: Card, b: Card): number
  /** A card as the several it is shown as, each with an id of its own; without it a card stands for itself. */
  split?(card: Card): readonly Card[]
}

export interface CardsState {
  /** Cards as they are shown. The map is changed in place; a changed card is another object. */
  cards: ReadonlyMap<string, Card>
  /** Ids of the visible cards (or the parts they are split into) of each group, in order; a list that did not change is the same list. */
  groups: Readonly<Record<string, readonly string[]>>
}

/** Something I did that the log has not confirmed yet. */
export interface Pending {
  /** Committed: it stays in sight until its event has come. */
  done(): void
  /** Refused: the card is again what everybody else sees. */
  fail(): void
}

interface Overlay {
  id: string
  patch: CardPatch
  /** the card is out of sight */
  gone?: boolean
  committed: boolean
}

const NOTHING: readonly string[] = []

/** Data of any event that changes a card. */
interface Change {
  id?: string
  intoId?: string
  toId?: string | null
  set?: CardPatch
  post?: Card
  /** Of an import: many at once. */
  posts?: readonly Card[]
  gone?: readonly string[]
  seriesId?: string
  /** Of a lock: the region's posts, and what only HQ changes in them. */
  childIds?: readonly string[]
  fields?: readonly string[]
}

export const byId = (cards: readonly Card[]): Map<string, Card> =>
  new Map(cards.map((card) => [card.id, card]))

/**
 * The cards of a page: what the server said, patched by events, with what I am doing laid over it until it is confirmed
 * or refused. Knows nothing of React or sockets.
 * @param given the cards by id; they may be shared, and are copied before anything changes
 * @param visible which cards are shown, until `setFilter`
 */
export function createCardStore(
  given: Map<string, Card>,
  grouping: Grouping,
  visible: (card: Card) => boolean = () => true,
) {
  let { groupOf, groupsOf: several, compare } = grouping
  let base = given
  let overlays: Overlay[] = []
  let made = new Map<string, Card>()
  let shown = given
  const watchers = new Set<(groups: ReadonlySet<string>) => void>()
  const doings = new Set<() => void>()

  function copyGiven(): void {
    if (base === given) base = new Map(given)
    if (shown === given) shown = new Map(given)
  }

  function placed(card: Card | undefined): readonly string[] {
    if (!card || !visible(card)) return NOTHING
    if (several) return several(card)
    const group = groupOf(card)
    return group === null ? NOTHING : [group]
  }
  const parts = grouping.split

  /** All groups that parts of a card stand in. */
  const groupsOf = (card: Card | undefined) => ((card && parts?.(card)) ?? []).flatMap(placed)

  function look(id: string): Card | undefined {
    const card = base.get(id) ?? made.get(id)
    if (!card) return
    const mine = overlays.filter((one) => one.id === id)
    if (mine.some((one) => one.gone)) return
    return mine.length ? Object.assign({}, card, ...mine.map((one) => one.patch)) : card
  }

  /** The lists of the groups that may have changed (null: all). */
  function grouped(dirty: ReadonlySet<string> | null, before: CardsState['groups']): CardsState['groups'] {
    const lists: Record<string, Card[]> = {}
    const place = (card: Card) => {
      for (const group of placed(card)) {
        if (dirty && !dirty.has(group)) continue
        const list = lists[group]
        if (list) list.push(card)
        else lists[group] = [card]
      }
    }
    for (const card of shown.values()) {
      if (parts) parts(card).forEach(place)
      else place(card)
    }
    const after: Record<string, readonly string[]> = dirty ? { ...before } : {}
    for (const group of dirty ?? new Set([...Object.keys(before), ...Object.keys(lists)])) {
      const ids = (lists[group] ?? []).sort(compare).map((card) => card.id)
      const old = before[group]
      after[group] = old && same(old, ids) ? old : ids
    }
    return after
  }

  const store: StoreApi<CardsState> = createStore(() => ({ cards: shown, groups: grouped(null, {}) }))

  /** Shows what is known of these cards now. Watchers hear of it while the old picture still stands. */
  function refresh(ids: Iterable<string>): void {
    const dirty = new Set<string>()
    const next = new Map<string, Card | undefined>()
    for (const id of ids) {
      const before = shown.get(id)
      const after = look(id)
      if (before === after) continue
      next.set(id, after)
      if (parts) {
        for (const group of [...groupsOf(before), ...groupsOf(after)]) dirty.add(group)
        continue
      }
      const [from, to] = [placed(before), placed(after)]
      if (same(from, to) && !(before && after && compare(before, after) !== 0)) continue
      for (const group of [...from, ...to]) dirty.add(group)
    }
    if (!next.size) return
    if (dirty.size) for (const watch of watchers) watch(dirty)
    for (const [id, card] of next) {
      if (card) shown.set(id, card)
      else shown.delete(id)
    }
    const { groups } = store.getState()
    store.setState({ cards: shown, groups: dirty.size ? grouped(dirty, groups) : groups })
  }

  /** A label went into another one, or away: what its cards have is known without asking. */
  function relabel(id: string, intoId?: string): void {
    const marked = [...base.values()].filter((card) => card.labels.includes(id))
    for (const card of marked) {
      const rest = card.labels.map((one) => (one === id ? intoId : one)).filter((one) => one !== undefined)
      base.set(card.id, { ...card, labels: [...new Set(rest)] })
    }
    refresh(marked.map((card) => card.id))
  }

  /** A working stage went: its cards stand where it says. */
  function restage(id: string, toId: string | null): void {
    const there = [...base.values()].filter((card) => card.workingId === id)
    for (const card of there) base.set(card.id, { ...card, workingId: toId })
    refresh(there.map((card) => card.id))
  }

  /** HQ said anew which fields of these posts a region may change. */
  function relock(ids: readonly string[], locked: boolean): void {
    const there = ids.flatMap((id) => base.get(id) ?? [])
    for (const card of there) base.set(card.id, { ...card, timeLocked: locked })
    refresh(there.map((card) => card.id))
  }

  /** What is confirmed needs no overlay any more. */
  function settle(id: string): void {
    const card = base.get(id)
    overlays = overlays.filter(
      (one) => one.id !== id || !one.committed || !card || !contains(card, one.patch),
    )
  }

  return {
    store,
    getState: store.getState,
    card: (id: string): Card | undefined => shown.get(id),
    group: (name: string): readonly string[] => store.getState().groups[name] ?? NOTHING,

    /** The data was read again. What is committed is in it. */
    reset(cards: ReadonlyMap<string, Card>): void {
      const before = shown
      base = new Map(cards)
      overlays = overlays.filter((one) => !one.committed)
      made = new Map([...made].filter(([id]) => !base.has(id)))
      shown = new Map()
      for (const id of new Set([...base.keys(), ...made.keys()])) {
        const card = look(id)
        const old = before.get(id)
        if (card) shown.set(id, old && JSON.stringify(old) === JSON.stringify(card) ? old : card)
      }
      store.setState({ cards: shown, groups: grouped(null, store.getState().groups) })
    },

    /** Takes an event in. True when it is about a card that is not here and might belong here: read again. */
    hear({ type, data, memberId }: Pick<LogEvent, 'type' | 'data' | 'memberId'>, me: string | null): boolean {
      copyGiven()
      const { id, intoId, toId, set, post, posts, gone, seriesId, childIds, fields } = data as Change
      if (id && (type === 'label.merged' || type === 'label.removed')) relabel(id, intoId)
      else if (id && type === 'stage.removed') restage(id, toId ?? null)
      else if (childIds && type === 'campaign.locked') relock(childIds, fields?.includes('time') ?? false)
      else if (type === 'series.ended') {
        const left = [...base.values()].filter((card) => card.seriesId === seriesId)
        for (const card of left) base.set(card.id, { ...card, seriesId: null })
        refresh(left.map((card) => card.id))
        // Elsewhere `posts` is a number; an import that is undone tells only of those that are gone.
      } else if (Array.isArray(posts) || gone) {
        const come = Array.isArray(posts) ? posts : []
        for (const one of come) base.set(one.id, one)
        for (const one of gone ?? []) base.delete(one)
        refresh([...come.map((one) => one.id), ...(gone ?? [])])
      } else if (post && 'rank' in post) {
        base.set(post.id, post)
        made.delete(post.id)
        settle(post.id)
        refresh([post.id])
      } else if (id && type === 'post.archived') {
        base.delete(id)
        refresh([id])
      } else if (id && set) {
        const card = base.get(id)
        if (!card) return true
        base.set(id, { ...card, ...set })
        // My change has arrived, or after it somebody else's: what is true may be seen.
        overlays = overlays.filter((one) => {
          if (one.id !== id || !touches(one.patch, set)) return true
          return !one.committed && !(memberId === me && contains(base.get(id)!, one.patch))
        })
        refresh([id])
      }
      return false
    },

    setFilter(match: (card: Card) => boolean): void {
      visible = match
      store.setState({ groups: grouped(null, store.getState().groups) })
    },

    /** Puts the cards into other groups: the columns are others now. */
    setGrouping(next: Grouping): void {
      groupOf = next.groupOf
      several = next.groupsOf
      compare = next.compare
      store.setState({ groups: grouped(null, {}) })
    },

    /** Shows a change before it is committed; `gone`: that there is no such card any more. */
    begin(id: string, patch: CardPatch, gone = false): Pending {
      copyGiven()
      for (const hear of doings) hear()
      const overlay: Overlay = { id, patch, committed: false, gone }
      overlays.push(overlay)
      refresh([id])
      return {
        done() {
          overlay.committed = true
          settle(id)
          refresh([id])
        },
        fail() {
          overlays = overlays.filter((one) => one !== overlay)
          refresh([id])
        },
      }
    },

    /** Shows a card that is being made. */
    add(card: Card): Pending {
      copyGiven()
      for (const hear of doings) hear()
      made.set(card.id, card)
      refresh([card.id])
      return {
        done() {},
        fail() {
          // Another one may show it by now: the outbox.
          if (made.get(card.id) === card) made.delete(card.id)
          refresh([card.id])
        },
      }
    },

    /** Called whenever I do something to a card. */
    onDoing(hear: () => void): () => void {
      doings.add(hear)
      return () => void doings.delete(hear)
    },
    /** Called with the groups whose order is about to change, while the old order is still on the screen. */
    beforeChange(watch: (groups: ReadonlySet<string>) => void): () => void {
      watchers.add(watch)
      return () => void watchers.delete(watch)
    },
  }
}

export type CardStore = ReturnType<typeof createCardStore>

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, index) => id === b[index])

const equal = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

const contains = (card: Card, patch: CardPatch) =>
  Object.entries(patch).every(([key, value]) => equal(card[key as keyof Card], value))

const touches = (patch: CardPatch, set: CardPatch) =>
  Object.keys(patch).some((key) => set[key as keyof CardPatch] !== undefined)
