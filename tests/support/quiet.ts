import { afterEach, beforeEach, expect, vi } from 'vitest'

/** Any console.error fails the test it happens in. */
const spy = vi.spyOn(console, 'error')
beforeEach(() => {
  spy.mockClear()
})
afterEach(() => {
  expect(spy.mock.calls.map((call) => call.map(String).join(' '))).toEqual([])
})
