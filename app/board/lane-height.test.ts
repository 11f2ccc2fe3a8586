import { describe, expect, test } from 'vitest'
import type { Card } from '#server/post/card.rules.ts'
import { GAP, SCREEN, screenful } from './lane-height.ts'

const plain = { id: 'plain', title: 'A', labels: [], channelIds: [], sendAt: null } as unknown as Card
const covered = { ...plain, cover: 'picture' } as unknown as Card
const ids = (count: number) => Array.from({ length: count }, (_, i) => String(i))

describe('the first screen of a list', () => {
  test('a short list is there whole', () => {
    expect(screenful(ids(3), () => plain)).toEqual({ to: 3, below: 0 })
    expect(screenful([], () => plain)).toEqual({ to: 0, below: 0 })
  })

  test('as many cards as fill it; what is below is as high as they will be', () => {
    const height = 44 + GAP
    const { to, below } = screenful(ids(100), () => plain)
    expect(to).toBe(Math.ceil(SCREEN / height))
    expect(below).toBe((100 - to) * height)
  })

  test('thousands below are taken to be like the first hundreds, and are not looked at', () => {
    let looked = 0
    const card = (id: string) => {
      looked++
      return Number(id) % 2 ? covered : plain
    }
    const { to, below } = screenful(ids(5_000), card)
    expect(looked).toBeLessThanOrEqual(200)
    const exact = ids(5_000)
      .slice(to)
      .reduce((sum, id) => sum + (Number(id) % 2 ? 250 : 44) + GAP, 0)
    expect(Math.abs(below / exact - 1)).toBeLessThan(0.02)
  })
})
