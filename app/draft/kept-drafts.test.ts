import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { DraftStore } from './draft-store.ts'
import { endDraftsOfOthers, type Keepable, keepDraft, keptDraft, releaseDraft } from './kept-drafts.ts'

beforeEach(() => {
  vi.stubGlobal('window', { addEventListener: vi.fn(), removeEventListener: vi.fn() })
})
afterEach(() => {
  for (const key of ['p:mina', 'p:ben']) releaseDraft(key)
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

const news = { waiting: vi.fn(), saved: vi.fn(), stuck: vi.fn() }
function words(userId: string): Keepable {
  const store = createStore(() => ({ save: 'offline', local: { all: 'Unsaved' } })) as unknown as DraftStore
  return { userId, store, end: vi.fn<() => void>() }
}

it('keeps one’s own words until they are saved, then says so and lets go', () => {
  const mine = words('mina')
  keepDraft('p:mina', mine, news)
  endDraftsOfOthers('mina')
  expect(keptDraft('p:mina')).toBe(mine)
  mine.store.setState({ local: {} })
  expect(keptDraft('p:mina')).toBeUndefined()
  expect(mine.end).toHaveBeenCalledOnce()
  expect(news.saved).toHaveBeenCalledOnce()
})

it('says once that words wait, however often saving them is tried in vain', () => {
  const mine = words('mina')
  keepDraft('p:mina', mine, news)
  for (const save of ['saving', 'offline', 'saving', 'offline'] as const) mine.store.setState({ save })
  expect(news.waiting).toHaveBeenCalledOnce()
  mine.store.setState({ save: 'failed' })
  expect(news.stuck).toHaveBeenCalledOnce()
})

it('lets go of what another person wrote here, so that it is not saved in the name of who signed in', () => {
  const [mine, hers] = [words('ben'), words('mina')]
  keepDraft('p:mina', hers, news)
  keepDraft('p:ben', mine, news)
  endDraftsOfOthers('ben')
  expect(hers.end).toHaveBeenCalledOnce()
  expect([keptDraft('p:mina'), keptDraft('p:ben')]).toEqual([undefined, mine])
  expect(window.removeEventListener).toHaveBeenCalled()
})
