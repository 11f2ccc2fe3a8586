import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Draft } from '#server/post/draft.reads.ts'
import { ALL, createDraftStore, withText } from './draft-store.ts'
import { createSaver } from './saver.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A server that keeps one text and its revision. */
function scene() {
  const server = { text: 'Hello', revision: 0, down: false, saves: 0, asked: 0, refuses: null as unknown }
  const data = {
    post: { text: 'Hello', revision: 0 },
    variants: [],
    threads: [],
  } as unknown as Draft
  const store = createDraftStore(data)
  const saver = createSaver(store, 'p', {
    async edit({ base, text }) {
      server.asked++
      if (server.refuses) throw server.refuses
      if (server.down) throw { code: 'request.unreachable', message: '' }
      if (base !== server.revision) throw { code: 'draft.changedMeanwhile', message: 'changed' }
      server.text = text ?? ''
      server.saves++
      return { revision: ++server.revision }
    },
    async refresh() {
      store.setState((now) => ({ data: withText(now.data, ALL, server.text, server.revision) }))
    },
    problemOf: (error) => error as { code: string; message: string },
  })
  return { server, store, saver }
}

it('saves after a pause, and at least every so often while one types on', async () => {
  const { server, store, saver } = scene()
  for (let i = 0; i < 20; i++) {
    saver.type(ALL, `Hello${'!'.repeat(i)}`)
    await vi.advanceTimersByTimeAsync(150)
  }
  expect(server.saves).toBeGreaterThanOrEqual(2)
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.text).toBe(`Hello${'!'.repeat(19)}`)
  expect(store.getState()).toMatchObject({ save: 'saved', local: {} })
})

it('keeps what is typed without a connection and saves it afterwards', async () => {
  const { server, store, saver } = scene()
  server.down = true
  saver.type(ALL, 'Offline')
  await vi.advanceTimersByTimeAsync(3000)
  expect(store.getState()).toMatchObject({ save: 'offline', local: { [ALL]: 'Offline' } })
  server.down = false
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.text).toBe('Offline')
  expect(store.getState().save).toBe('saved')
})

it('never overwrites: shows both and does what is chosen', async () => {
  const { server, store, saver } = scene()
  Object.assign(server, { text: 'Theirs', revision: 4 })
  saver.type(ALL, 'Mine')
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.text).toBe('Theirs')
  expect(store.getState().conflict).toEqual({ place: ALL, mine: 'Mine', theirs: 'Theirs' })
  saver.choose('mine')
  await vi.advanceTimersByTimeAsync(10)
  expect(server.text).toBe('Mine')
  expect(store.getState()).toMatchObject({ save: 'saved', conflict: null })
})

it('does not overwrite what the log told of before the save was tried again', async () => {
  const { server, store, saver } = scene()
  server.down = true
  saver.type(ALL, 'Mine')
  await vi.advanceTimersByTimeAsync(500)
  Object.assign(server, { text: 'Theirs', revision: 1, down: false })
  store.setState((now) => ({ data: withText(now.data, ALL, 'Theirs', 1) }))
  await vi.advanceTimersByTimeAsync(5000)
  expect(server.text).toBe('Theirs')
  expect(store.getState().conflict).toEqual({ place: ALL, mine: 'Mine', theirs: 'Theirs' })
})

it('knows its own words again when only the answer was lost, also after more was typed', async () => {
  const { server, store, saver } = scene()
  server.down = true
  saver.type(ALL, 'Mine')
  await vi.advanceTimersByTimeAsync(500)
  Object.assign(server, { text: 'Mine', revision: 1 })
  saver.type(ALL, 'Mine and more')
  server.down = false
  await vi.advanceTimersByTimeAsync(5000)
  expect(server.text).toBe('Mine and more')
  expect(store.getState()).toMatchObject({ save: 'saved', conflict: null, local: {} })
})

it('does not ask an absent server once a letter', async () => {
  const { server, saver } = scene()
  server.down = true
  for (let i = 0; i < 50; i++) {
    saver.type(ALL, `Hello${'!'.repeat(i + 1)}`)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(server.asked).toBeLessThan(8)
})

it('says why what cannot be saved is refused, without speaking of two texts', async () => {
  const { server, store, saver } = scene()
  server.refuses = { code: 'request.tooLong', message: 'Too long.' }
  saver.type(ALL, 'Much too long')
  await vi.advanceTimersByTimeAsync(1000)
  expect(store.getState()).toMatchObject({ save: 'failed', trouble: 'Too long.', conflict: null })
  server.refuses = null
  saver.type(ALL, 'Short')
  await vi.advanceTimersByTimeAsync(1000)
  expect(store.getState()).toMatchObject({ save: 'saved', trouble: null })
  expect(server.text).toBe('Short')
})
