import { expect, it } from 'vitest'
import type { Draft } from '#server/post/draft.reads.ts'
import { ALL, applyEdit, createDraftStore, hasOwn, shownText } from './draft-store.ts'

const anchor = { start: 6, end: 11, quote: 'world', gone: false, variantId: null }
const data = {
  post: { text: 'Hello world', media: [], revision: 3, stage: 'draft' },
  variants: [{ id: 'v', text: null, media: null }],
  threads: [{ id: 't', anchor, comments: [] }],
} as unknown as Draft
const edit = (more: object) =>
  ({ id: 'p', title: '', set: {}, variantId: null, revision: 4, voided: [], ...more }) as never

it('follows an edit with its words and its comments', () => {
  const store = createDraftStore(data)
  store.setState(applyEdit(store.getState(), edit({ patch: { at: 0, del: 0, ins: 'Oh. ' } })) ?? {})
  const state = store.getState()
  expect(shownText(state, ALL)).toBe('Oh. Hello world')
  expect(shownText(state, 'v')).toBe('Oh. Hello world')
  expect(state.data.threads[0]?.anchor).toMatchObject({ start: 10, end: 15, gone: false })
})

it('asks to be read again when an edit was missed, and leaves known ones alone', () => {
  const state = createDraftStore(data).getState()
  expect(applyEdit(state, edit({ revision: 6 }))).toBeNull()
  expect(applyEdit(state, edit({ revision: 3, text: 'old' }))).toEqual({})
})

it('keeps what was typed here over what others save, until a save says otherwise', () => {
  const store = createDraftStore(data)
  store.setState({ local: { [ALL]: 'Mine' } })
  store.setState(applyEdit(store.getState(), edit({ patch: { at: 0, del: 11, ins: 'Theirs' } })) ?? {})
  expect(shownText(store.getState(), ALL)).toBe('Mine')
  expect(store.getState().data.post).toMatchObject({ text: 'Theirs', revision: 4 })
})

it('knows which channel has words of its own', () => {
  const store = createDraftStore(data)
  expect(hasOwn(store.getState(), 'v')).toBe(false)
  store.setState(applyEdit(store.getState(), edit({ variantId: 'v', text: '짧게' })) ?? {})
  expect(hasOwn(store.getState(), 'v')).toBe(true)
  expect(shownText(store.getState(), 'v')).toBe('짧게')
})
