import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardName, excerptOf, labels, newPost, placesOf } from './post.rules.ts'

describe('a new post', () => {
  it('needs only a team', () => {
    expect(newPost.parse({ teamId: 't' })).toMatchObject({
      title: '',
      stage: 'idea',
      labels: [],
      campaignId: null,
    })
    expect(newPost.safeParse({ teamId: 't', stage: 'published' }).success).toBe(false)
    expect(newPost.safeParse({ teamId: 't', title: 'x'.repeat(201) }).success).toBe(false)
  })
  it('has every label once', () =>
    expect(labels.parse(['Promo', ' gift ', 'promo'])).toEqual(['Promo', 'gift']))
})

describe('a card', () => {
  it.each([
    ['Launch', 'Hello', 'Launch'],
    ['', 'Hello\nworld', 'Hello'],
    ['', '', ''],
  ])('titled %j with %j is called %j', (title, excerpt, name) =>
    expect(cardName({ title, excerpt })).toBe(name),
  )

  it('never cuts a character people see', () => {
    const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].map((it) => it.segment)
    const text = fc.array(fc.constantFrom('a', '한', '👨‍👩‍👧‍👦', '🇰🇷', 'é', ' '), { maxLength: 60 })
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 60 }), (parts, length) => {
        const all = parts.join('')
        const cut = excerptOf(all, length)
        expect(cut.length).toBeLessThanOrEqual(Math.max(length, 0))
        expect(graphemes(all).slice(0, graphemes(cut).length).join('')).toBe(cut)
      }),
    )
  })

  it('stands wherever one of its variants goes', () => {
    const seoul = { local: '2026-07-01T09:00', zone: 'Asia/Seoul', at: 0 }
    const later = { ...seoul, local: '2026-07-01T10:00', at: 3_600_000 }
    const variant = (id: string, sendTime: typeof seoul | null) =>
      ({ id, channelId: id, network: 'practice', stage: 'draft', sendTime }) as const
    expect(placesOf({ sendTime: null, variants: [] })).toEqual([])
    expect(placesOf({ sendTime: seoul, variants: [] })).toHaveLength(1)
    const places = placesOf({
      sendTime: seoul,
      variants: [variant('a', later), variant('b', null), variant('c', null)],
    })
    expect(places.map(({ variantId, at }) => [variantId, at])).toEqual([
      ['b', 0],
      ['a', 3_600_000],
    ])
    expect(placesOf({ sendTime: null, variants: [variant('a', null)] })).toEqual([])
  })
})
