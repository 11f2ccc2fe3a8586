import { expect, test } from 'vitest'
import { type DraftMedia, draftIssues, type NetworkDraft } from './draft.rules.ts'
import { LIMITS } from './limits.rules.ts'
import { measure } from './measure.rules.ts'
import { NETWORK_IDS } from './network.rules.ts'

test.each([
  ['bluesky', '👨‍👩‍👧‍👦', 1, 300, 'graphemes'],
  ['bluesky', 'https://example.com/long', 24, 300, 'graphemes'],
  ['mastodon', 'https://example.com/a-very-long-path/that/goes/on', 23, 500, 'graphemes'],
  ['x', '가', 2, 280, 'weighted'],
  ['threads', '👍🏽', 2, 500, 'characters'],
  ['tiktok', '👍', 2, 2200, 'utf16'],
] as const)('%s counts %j as %i', (network, text, used, limit, unit) => {
  expect(measure(network, text)).toMatchObject({ used, limit, unit, over: 0 })
})

test('Bluesky has two limits, and the bytes can be the one that is passed', () => {
  const family = '👨‍👩‍👧‍👦'.repeat(140)
  expect(measure('bluesky', family)).toMatchObject({
    used: 140,
    over: 0,
    also: { used: 3500, limit: 3000, over: 500 },
  })
  expect(measure('bluesky', 'a'.repeat(301)).over).toBe(1)
})

test('an instance may have its own limit', () => {
  const limits = { ...LIMITS.mastodon, text: { ...LIMITS.mastodon.text, max: 5000 } }
  expect(measure('mastodon', 'a'.repeat(501), limits).over).toBe(0)
})

const image = (more: Partial<DraftMedia> = {}): DraftMedia => ({
  id: 'm1',
  mime: 'image/jpeg',
  bytes: 1000,
  width: 10,
  height: 10,
  alt: 'A cup',
  ...more,
})
const draft = (text: string, media: DraftMedia[] = []): NetworkDraft => ({ parts: [{ text, media }] })
const codes = (...of: Parameters<typeof draftIssues>) => draftIssues(...of).map((issue) => issue.code)

test.each([
  ['bluesky', draft('hello', [image()]), []],
  ['bluesky', draft(' '), ['empty']],
  ['bluesky', draft('a'.repeat(301)), ['textTooLong']],
  ['bluesky', draft('x', Array(5).fill(image())), ['imagesTooMany']],
  ['bluesky', draft('x', [image({ alt: ' ' })]), ['altMissing']],
  ['bluesky', draft('x', [image({ alt: 'a'.repeat(2001) })]), ['altTooLong']],
  ['bluesky', draft('x', [image({ mime: 'application/pdf' })]), ['mediaType']],
  ['bluesky', draft('x', [image({ bytes: 30_000_000 })]), ['mediaTooLarge']],
  ['bluesky', draft('x', [image({ mime: 'video/mp4' })]), ['videoUnsupported']],
  ['x', draft('x', [image(), image({ mime: 'video/mp4' })]), ['mediaMixed']],
  ['instagram', draft('x'), ['mediaMissing']],
  ['instagram', draft('#a '.repeat(31), [image()]), ['hashtagsTooMany']],
  ['youtube', draft('x', [image({ mime: 'video/mp4' })]), ['titleMissing']],
  ['facebook', { parts: [draft('x').parts[0]!, draft('y').parts[0]!] }, ['partsTooMany']],
] as const)('%s: %j', (network, what, expected) => {
  expect(codes(network, what as NetworkDraft)).toEqual(expected)
})

test('an issue says how much is too much', () => {
  expect(draftIssues('x', draft('가'.repeat(150)))[0]?.params).toEqual({
    used: 300,
    limit: 280,
    over: 20,
    unit: 'weighted',
  })
})

test('every network has limits that make sense', () => {
  for (const network of NETWORK_IDS) {
    expect(LIMITS[network].text.max).toBeGreaterThan(0)
    expect(measure(network, '').used).toBe(0)
  }
})
