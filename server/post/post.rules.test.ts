import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, labels, nameOf, newPost, placesOf } from './post.rules.ts'

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
  ])('titled %j with %j is called %j', (title, text, name) => expect(nameOf({ title, text })).toBe(name))

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
    const post = { sendAt: 100, sendZone: 'Asia/Seoul' }
    const nowhere = { sendAt: null, sendZone: null }
    expect(placesOf(nowhere, [])).toEqual([])
    expect(placesOf(post, [])).toEqual([{ variantIds: [], at: 100, zone: 'Asia/Seoul' }])
    const variants = [
      { id: 'a', sendAt: 200, sendZone: 'Asia/Seoul' },
      { id: 'b', ...nowhere },
      { id: 'c', ...nowhere },
    ]
    expect(placesOf(post, variants).map(({ variantIds, at }) => [variantIds, at])).toEqual([
      [['b', 'c'], 100],
      [['a'], 200],
    ])
    expect(placesOf(nowhere, [{ id: 'b', ...nowhere }])).toEqual([])
  })
})
