import { describe, expect, it } from 'vitest'
import { anchorAt } from './anchor.rules.ts'
import { acceptSuggestion, cannotSee, carryThreads, newComment, visibleTo } from './comment.rules.ts'

describe('a comment', () => {
  it('is internal and suggests nothing unless it says so', () => {
    const parsed = newComment.parse({ postId: 'p', body: ' Nice ' })
    expect(parsed).toMatchObject({ body: 'Nice', external: false, suggestion: null, mentionIds: [] })
    expect(newComment.safeParse({ postId: 'p', body: ' ' }).success).toBe(false)
  })
  it('is seen by guests only when external', () => {
    expect(visibleTo('guest', { external: false })).toBe(false)
    expect(visibleTo('guest', { external: true })).toBe(true)
    expect(visibleTo('member', { external: false })).toBe(true)
  })
  it('moves with its text only', () => {
    const range = {
      kind: 'range',
      variantId: null,
      versionHash: null,
      ...anchorAt('We launch', 3, 9)!,
    } as const
    const threads = [
      { id: 'a', anchor: range },
      { id: 'b', anchor: { ...range, variantId: 'v' } },
      { id: 'c', anchor: { kind: 'media', assetId: 'x' } as const },
      { id: 'd', anchor: null },
    ]
    expect(carryThreads(threads, null, 'We launch', 'Soon we launch')).toEqual([
      { id: 'a', anchor: { ...range, start: 8, end: 14 } },
    ])
    expect(carryThreads(threads, 'v', 'We launch', 'We launch!')).toEqual([])
  })
  it('puts a suggestion in, even an empty one, or says why not', () => {
    const at = anchorAt('We launch now', 3, 9)!
    expect(acceptSuggestion('We launch now', at, 'start')).toEqual({ text: 'We start now' })
    expect(acceptSuggestion('We launch now', at, '')).toEqual({ text: 'We  now' })
    expect(acceptSuggestion('We launch now', at, null)).toEqual({ refuse: 'comment.nothingSuggested' })
    expect(acceptSuggestion('We', { ...at, gone: true }, 'x')).toEqual({ refuse: 'comment.gone' })
  })
  it('mentions only people who can see it', () =>
    expect(cannotSee(['a', 'b'], (id) => id === 'a')).toEqual(['b']))
})
