import { describe, expect, test } from 'vitest'
import { wholePage } from './whole-page.server.ts'

const page = (shared: [string, object][]) =>
  wholePage({
    html: '<html><body><p>Seen</p></body></html>',
    whole: (html) => [Buffer.from(html)],
    shared: new Map(shared),
    data: 'of the loaders',
    nonce: 'n',
  })

describe('a page as it is sent', () => {
  test('with few data it is one part, the data last', () => {
    const parts = page([['shared-house', { name: 'Kino </script><!-- 한빛' }]])
    expect(parts).toHaveLength(1)
    const text = String(parts[0])
    expect(text).toMatch(/^<!DOCTYPE html><html><body><p>Seen<\/p><script.*<\/script><\/body><\/html>$/)
    const [, json = ''] = /id="shared-house">(.*?)<\/script>/.exec(text) ?? []
    expect(JSON.parse(json)).toEqual({ name: 'Kino </script><!-- 한빛' })
    expect(text.indexOf('of the loaders')).toBeGreaterThan(text.indexOf('shared-house'))
  })

  test('with many data what is seen goes ahead, and nothing is lost between the parts', () => {
    const many = { cards: 'x'.repeat(300_000) }
    const parts = page([['shared-board', many]])
    expect(String(parts[0])).toBe('<!DOCTYPE html><html><body><p>Seen</p>')
    const [, json = ''] = /id="shared-board">(.*?)<\/script>/.exec(String(parts[1])) ?? []
    expect(JSON.parse(json)).toEqual(many)
    expect(String(parts[1])).toMatch(/<\/body><\/html>$/)
  })
})
