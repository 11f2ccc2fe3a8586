import { expect, it } from 'vitest'
import { createGround } from './drag-ground.ts'

it('means nothing that slid under a card until the pointer has moved on', () => {
  const ground = createGround()
  ground.slide()
  expect(ground.sure()).toBe(true)
  ground.at(100, 100)
  ground.slide()
  ground.at(110, 100)
  expect(ground.sure()).toBe(false)
  ground.at(130, 100)
  expect(ground.sure()).toBe(true)
  ground.at(100, 100)
  expect(ground.sure()).toBe(true)
  ground.slide()
  ground.end()
  expect(ground.sure()).toBe(true)
})
