import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeSentiment } from './judge-sentiment.ts'
import { judgedLanguages } from './lexicon.ts'
import { sentiment } from './sentiment.rules.ts'

const label = (text: string, language?: string) => judgeSentiment(text, { language }).label

describe('judgeSentiment', () => {
  it.each([
    ["I don't like it", 'negative'],
    ['I love this coffee', 'positive'],
    ['Not bad at all, thank you!', 'positive'],
    ['No. I love it', 'positive'],
    ['We open at nine on Saturday', 'neutral'],
    ['soooo goooood', 'positive'],
    ['#NotHappy with this', 'negative'],
    ['I love you guys but this is terrible', 'negative'],
    ['GREAT service :)', 'positive'],
    ['see https://example.com/love/happy', 'neutral'],
    ['@lovely_happy when do you open', 'neutral'],
  ])('hears English: %s', (text, expected) => {
    expect(label(text, 'en')).toBe(expected)
  })

  it.each([
    ['Me encanta este café, gracias', 'es', 'positive'],
    ['No me gusta nada', 'es', 'negative'],
    ['Das gefällt mir gar nicht', 'de', 'negative'],
    ['Der Kaffee ist wunderbar', 'de', 'positive'],
    ["C'est magnifique", 'fr', 'positive'],
    ['Questo caffè è orribile', 'it', 'negative'],
    ['Muito bom, adoro', 'pt', 'positive'],
    ['Wat een prachtige winkel', 'nl', 'positive'],
  ])('hears %s', (text, language, expected) => {
    expect(judgeSentiment(text)).toMatchObject({ label: expected, language, by: 'natural' })
  })

  it('says so when it cannot judge a language', () => {
    expect(judgeSentiment('배송이 너무 늦어요')).toEqual({
      label: 'neutral',
      score: 0,
      words: [],
      language: 'ko',
      by: 'none',
    })
  })

  it('reads emoji in any language, and alone without dividing by nothing', () => {
    expect(judgeSentiment('배송이 너무 늦어요 😡')).toMatchObject({
      label: 'negative',
      language: 'ko',
      by: 'emoji',
    })
    expect(judgeSentiment('😍👍🏽❤️')).toMatchObject({ label: 'positive', language: 'und', by: 'emoji' })
  })

  it('names the words that decided, once each, strongest first', () => {
    const { words } = judgeSentiment('I love it, love it! Only the lid is bad.', { language: 'en' })
    expect(words.map(({ word }) => word)).toEqual(['love', 'bad'])
    expect(words[0]!.weight).toBeGreaterThan(0)
    expect(words[1]!.weight).toBeLessThan(0)
  })

  it('lets the workspace correct it, in Korean by the beginning of a word', () => {
    const lexicon = new Map([
      ['sick', 0.8],
      ['늦어', -0.8],
      ['broken', Number.NaN],
    ])
    expect(judgeSentiment('That latte art is sick', { language: 'en', lexicon })).toMatchObject({
      label: 'positive',
      by: 'workspace',
    })
    expect(judgeSentiment('배송이 너무 늦어요', { lexicon })).toMatchObject({
      label: 'negative',
      by: 'workspace',
    })
    expect(judgeSentiment('broken', { language: 'en', lexicon }).by).toBe('natural')
  })

  it('takes any string and answers in range', () => {
    const lone = fc.constantFrom(
      '\ud83d',
      '\ude21',
      '\u200d',
      '\ufe0f',
      "don't",
      '!!!',
      'مرحبا',
      'שלום',
      '#',
      '@',
      "n't",
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.oneof(lone, fc.string({ unit: 'grapheme' })), { maxLength: 30 })
        .map((parts) => parts.join(' ')),
    )
    const language = fc.constantFrom(undefined, 'toString', '__proto__', 'ko-KR', ...judgedLanguages)
    fc.assert(
      fc.property(text, language, (value, known) => {
        const judged = judgeSentiment(value, { language: known })
        expect(sentiment.safeParse(judged).success).toBe(true)
        expect(judged.words.every(({ weight }) => Number.isFinite(weight))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    ["I don't like it ".repeat(6_500)],
    ['a'.repeat(100_000)],
    ['😡'.repeat(50_000)],
    [`${'a-'.repeat(50_000)}`],
    [`${'a.'.repeat(50_000)}@`],
  ])('keeps the loop free on 100 KB', (text) => {
    const began = performance.now()
    judgeSentiment(text)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
