import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Content,
  canonicalJson,
  content,
  contentHash,
  EMPTY_CONTENT,
  NO_OVERRIDES,
  overridden,
  overrides,
  resolveContent,
} from './content.rules.ts'

const image = { assetId: 'a', alt: 'A dog', width: 10, height: 10, mime: 'image/png' }
const post: Content = { ...EMPTY_CONTENT, text: 'Hello', media: [image], options: { visibility: 'public' } }

describe('canonical JSON', () => {
  it('does not depend on the order of keys and reads back the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(reversed(value))).toBe(text)
      }),
    )
  })
  it.each([
    [{ b: 1, a: [2, { d: 3, c: undefined }] }, '{"a":[2,{"d":3}],"b":1}'],
    [{ 한: '국', z: null }, '{"z":null,"한":"국"}'],
    [[undefined, -0, 1e21], '[null,0,1e+21]'],
  ])('%j', (value, text) => expect(canonicalJson(value)).toBe(text))
  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalJson(() => 1)).toThrow(TypeError)
  })
})

describe('the content hash', () => {
  it('is SHA-256 as Node computes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const value = content.parse({ text })
        const json = canonicalJson({ text: value.text, media: [], options: {} })
        expect(contentHash(value)).toBe(createHash('sha256').update(json).digest('hex'))
      }),
    )
  })
  it.each<[string, Content]>([
    ['text', { ...post, text: 'Hello!' }],
    ['alt text', { ...post, media: [{ ...image, alt: '' }] }],
    ['order of media', { ...post, media: [image, { ...image, assetId: 'b' }] }],
    ['crop', { ...post, media: [{ ...image, crop: { x: 0, y: 0, width: 1, height: 0.5 } }] }],
    ['options', { ...post, options: { visibility: 'unlisted' } }],
  ])('changes with %s', (_, changed) => expect(contentHash(changed)).not.toBe(contentHash(post)))
  it('does not change with facts of the file, line ends or Unicode form', () => {
    expect(contentHash({ ...post, media: [{ ...image, width: 99 }] })).toBe(contentHash(post))
    expect(contentHash({ ...post, text: '각\r\n' })).toBe(contentHash({ ...post, text: '각\n' }))
  })
})

describe('a variant', () => {
  it('inherits the common content', () => expect(resolveContent(post, NO_OVERRIDES)).toEqual(post))
  it('overrides what it says, even with nothing', () => {
    const own = overrides.parse({ text: '', media: [], options: { visibility: 'direct' } })
    expect(resolveContent(post, own)).toEqual({
      text: '',
      media: [],
      options: { visibility: 'direct' },
    })
    expect(overridden(own)).toEqual(['text', 'media', 'options'])
    expect(overridden(NO_OVERRIDES)).toEqual([])
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)]))
}
