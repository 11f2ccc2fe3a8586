import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchIdle } from './idle.ts'
import { createReporter } from './reporter.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function attached() {
  const reporter = createReporter()
  const sent: object[] = []
  reporter.attach((patch) => sent.push(patch))
  sent.length = 0
  return { reporter, sent }
}

test('facts are told together, once, and the later component wins', () => {
  const { reporter, sent } = attached()
  const page = reporter.report({ page: '/board', focus: undefined })
  const card = reporter.report({ focus: 'post:1' })
  vi.runAllTimers()
  expect(sent.splice(0)).toEqual([{ page: '/board', focus: 'post:1' }])
  const sheet = reporter.report({ focus: 'post:2' })
  vi.runAllTimers()
  sheet.end()
  vi.runAllTimers()
  card.end()
  page.change({ page: '/board' })
  vi.runAllTimers()
  expect(sent).toEqual([{ focus: 'post:2' }, { focus: 'post:1' }, { focus: null }])
})

test('pointer positions are sampled, the last one always arrives', () => {
  const { reporter, sent } = attached()
  let x = 0
  for (; x < 100; x++) {
    reporter.point(() => ({ surface: 'b', x, y: 0 }))
    vi.advanceTimersByTime(10)
  }
  vi.runAllTimers()
  expect(sent.length).toBeGreaterThan(25)
  expect(sent.length).toBeLessThan(33)
  expect(sent.at(-1)).toEqual({ cursor: { surface: 'b', x: 100, y: 0 } })
  sent.length = 0
  reporter.setRoomSize(200)
  for (; x < 200; x++) {
    reporter.point(() => ({ surface: 'b', x, y: 0 }))
    vi.advanceTimersByTime(10)
  }
  expect(sent.length).toBeLessThanOrEqual(2)
})

test('a pointer that is nowhere is told once', () => {
  const { reporter, sent } = attached()
  reporter.point(() => null)
  vi.runAllTimers()
  expect(sent).toEqual([])
  reporter.point(() => ({ surface: 'b', x: 1, y: 1 }))
  vi.runAllTimers()
  reporter.point(() => null)
  vi.runAllTimers()
  reporter.point(() => null)
  vi.runAllTimers()
  expect(sent).toEqual([{ cursor: { surface: 'b', x: 1, y: 1 } }, { cursor: null }])
})

test('a new connection hears everything; newcomers get it again; goodbye can be taken back', () => {
  const { reporter, sent } = attached()
  reporter.report({ page: '/board' })
  vi.runAllTimers()
  reporter.attach(null)
  reporter.attach((patch) => sent.push(patch))
  expect(sent.at(-1)).toMatchObject({ page: '/board', gone: false, idle: false })
  reporter.repeat()
  expect(sent.at(-1)).toMatchObject({ page: '/board', cursor: null })
  reporter.goodbye()
  reporter.back()
  vi.runAllTimers()
  expect(sent.slice(-2)).toEqual([{ gone: true }, { gone: false }])
})

test('a minute without a sign is idle, the next sign is not', () => {
  const told: boolean[] = []
  const target = new EventTarget()
  const end = watchIdle((idle) => told.push(idle), target)
  vi.advanceTimersByTime(59_000)
  target.dispatchEvent(new Event('keydown'))
  vi.advanceTimersByTime(59_000)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1_001)
  expect(told).toEqual([true])
  target.dispatchEvent(new Event('pointermove'))
  expect(told).toEqual([true, false])
  vi.advanceTimersByTime(60_001)
  expect(told).toEqual([true, false, true])
  end()
})

test('what the pointer is on goes with it, as seldom, and only when it is another', () => {
  const { reporter, sent } = attached()
  reporter.setRoomSize(200)
  reporter.over('day:1')
  reporter.point(() => ({ surface: 'b', x: 1, y: 1 }))
  vi.advanceTimersByTime(1)
  expect(sent.splice(0)).toEqual([{ cursor: { surface: 'b', x: 1, y: 1 }, over: 'day:1' }])
  for (let day = 2; day < 50; day++) {
    reporter.over(`day:${day}`)
    vi.advanceTimersByTime(10)
  }
  vi.runAllTimers()
  expect(sent.length).toBeLessThanOrEqual(2)
  expect(sent.at(-1)).toEqual({ over: 'day:49' })
  sent.length = 0
  reporter.over('day:49')
  reporter.over(null)
  reporter.over('day:49')
  vi.runAllTimers()
  expect(sent).toEqual([])
  reporter.repeat()
  expect(sent.at(-1)).toMatchObject({ over: 'day:49' })
})
