import { createStore } from 'zustand/vanilla'
import { type Anchored, reanchor } from '#server/comment/anchor.rules.ts'
import type { EventData } from '#server/event/catalogue.ts'
import type { Draft } from '#server/post/draft.reads.ts'
import { applyPatch } from '#server/post/text-patch.rules.ts'
import { NO_WORDS, type Words } from './words.rules.ts'

/** Where one writes: the common content (`all`), or a variant's own. */
export type Place = string
export const ALL: Place = 'all'

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'failed'

/** Two texts for one place: what others saved, and what was typed here on an older one. */
export interface Conflict {
  place: Place
  theirs: string
  mine: string
}

export interface DraftState {
  data: Draft
  /** Typed here and not yet confirmed by the server, by place. */
  local: Record<Place, string>
  /** What whoever holds the pen is typing and has not saved. */
  words: Words
  /** False: such words cannot come, only what is saved. */
  reached: boolean
  save: SaveState
  /** Why a save was refused, in the person's language. */
  trouble: string | null
  conflict: Conflict | null
  /** Who asked me for the pen. */
  asker: { id: string; name: string } | null
  /** Whom I asked for it. */
  askedId: string | null
  place: Place
  /** The thread that is looked at, and the one that is pointed at. */
  thread: string | null
  hovered: string | null
}

export type DraftStore = ReturnType<typeof createDraftStore>

/** One post as its sheet knows it: what the server said, and what was typed since. */
export const createDraftStore = (data: Draft) =>
  createStore<DraftState>()(() => ({
    data,
    local: {},
    words: NO_WORDS,
    reached: true,
    save: 'saved',
    trouble: null,
    conflict: null,
    asker: null,
    askedId: null,
    place: ALL,
    thread: null,
    hovered: null,
  }))

/** The text saved at a place: a variant's own, or null while it inherits. */
export function savedText(data: Draft, place: Place): string | null {
  if (place === ALL) return data.post.text
  return data.variants.find((one) => one.id === place)?.text ?? null
}

type Texts = Pick<DraftState, 'data' | 'local' | 'words'>

/** A place's own text: what was typed here, else what is being typed elsewhere, else what is saved; null: it inherits. */
const ownText = ({ data, local, words }: Texts, place: Place): string | null =>
  local[place] ?? words.places[place]?.text ?? savedText(data, place)

/** The text to show at a place: its own, else what is inherited. */
export const shownText = (state: Texts, place: Place): string =>
  ownText(state, place) ?? ownText(state, ALL) ?? ''

/** Whether a place has words of its own. */
export const hasOwn = (state: Texts, place: Place): boolean => ownText(state, place) !== null

/** The place whose text a variant shows: its own, or the common one. */
export const textPlace = (state: Texts, place: Place): Place => (hasOwn(state, place) ? place : ALL)

const variantOf = (place: Place): string | null => (place === ALL ? null : place)

/** Moves the anchors of a place's text along with a change of it, as the server does. */
export function carry(data: Draft, place: Place, before: string, after: string): Draft {
  const variantId = variantOf(place)
  const hung = data.threads.filter((one) => one.anchor?.variantId === variantId)
  if (!hung.length || before === after) return data
  const moved = reanchor(
    hung.map((one) => one.anchor as Anchored),
    before,
    after,
  )
  const at = new Map(hung.map((one, index) => [one.id, moved[index]]))
  const threads = data.threads.map((one) => {
    const next = at.get(one.id)
    return next ? { ...one, anchor: { ...next, variantId } } : one
  })
  return { ...data, threads }
}

/** The threads as they hang on the text shown at a place, which may be newer than the saved one they were read with. */
export function shownThreads(data: Draft, words: Words, place: Place): Draft['threads'] {
  const typed = words.places[place]?.text
  const saved = savedText(data, place)
  return typed === undefined || saved === null ? data.threads : carry(data, place, saved, typed).threads
}

/** Puts a text at a place, with its revision. */
export function withText(data: Draft, place: Place, text: string | null, revision: number): Draft {
  const post = { ...data.post, revision }
  if (place === ALL) return { ...data, post: { ...post, text: text ?? '' } }
  const variants = data.variants.map((one) => (one.id === place ? { ...one, text } : one))
  return { ...data, post, variants }
}

/**
 * Applies somebody's edit as the log tells it. Null: it does not follow on what is known here, so read again.
 * `seen`: the own text has been moved already while it was typed.
 */
export function applyEdit(state: DraftState, edit: EventData<'post.edited'>): Partial<DraftState> | null {
  const { data } = state
  if (edit.revision <= data.post.revision) return {}
  if (edit.revision !== data.post.revision + 1) return null
  const place = edit.variantId ?? ALL
  const before = savedText(data, place)
  let next = withText(data, place, before, edit.revision)
  if (edit.patch && before !== null) {
    const after = applyPatch(before, edit.patch)
    next = withText(next, place, after, edit.revision)
    if (state.local[place] === undefined) next = carry(next, place, before, after)
  } else if (edit.text !== undefined) next = withText(next, place, edit.text, edit.revision)
  if (edit.media !== undefined) {
    const { media } = edit
    if (place === ALL) next = { ...next, post: { ...next.post, media: media ?? [] } }
    else
      next = {
        ...next,
        variants: next.variants.map((one) => (one.id === place ? { ...one, media } : one)),
      }
  }
  if (edit.set.stage) next = { ...next, post: { ...next.post, stage: edit.set.stage } }
  return { data: next }
}
