import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createEnding } from './ending.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
function ending(close: () => Promise<void>) {
  const exit = vi.fn()
  return { exit, end: createEnding({ log, close, exit, longestMs: 10_000 }) }
}

it('ends in order at the first signal', async () => {
  const { exit, end } = ending(async () => {})
  end('SIGTERM')
  await vi.advanceTimersByTimeAsync(0)
  expect(exit.mock.calls).toEqual([[0]])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(exit).toHaveBeenCalledOnce()
})

it('ends at once at a second one, but takes what npm hands on for the same press', async () => {
  const close = vi.fn(() => new Promise<void>(() => {}))
  const { exit, end } = ending(close)
  end('SIGINT')
  end('SIGINT')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(exit).not.toHaveBeenCalled()
  end('SIGINT')
  expect(exit.mock.calls).toEqual([[1]])
  expect(close).toHaveBeenCalledOnce()
})

it('waits no longer than its limit for what hangs, and says when the end fails', async () => {
  const hanging = ending(() => new Promise(() => {}))
  hanging.end('SIGTERM')
  await vi.advanceTimersByTimeAsync(9_999)
  expect(hanging.exit).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(hanging.exit.mock.calls).toEqual([[1]])
  const failing = ending(async () => {
    throw new Error('no')
  })
  failing.end('SIGTERM')
  await vi.advanceTimersByTimeAsync(0)
  expect(failing.exit.mock.calls).toEqual([[1]])
})
