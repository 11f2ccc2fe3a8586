import { expect, it } from 'vitest'
import { byName, freeHue } from './label.rules.ts'

it('gives each of the first twelve labels a hue of its own', () => {
  const taken: number[] = []
  for (let i = 0; i < 12; i++) taken.push(freeHue(taken))
  expect(new Set(taken).size).toBe(12)
  expect(freeHue([...taken, ...taken.slice(1)])).toBe(taken[0])
})

it('finds a label by its name in any case and composition', () => {
  const labels = [{ name: 'Événement' }, { name: '여름' }]
  expect(byName(labels, 'e\u0301VE\u0301NEMENT')).toBe(labels[0])
  expect(byName(labels, '여름'.normalize('NFD'))).toBe(labels[1])
  expect(byName(labels, 'summer')).toBeUndefined()
})
