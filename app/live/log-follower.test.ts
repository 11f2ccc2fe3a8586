import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LogEvent, SilentEvent } from '#server/event/catalogue.ts'
import { createLogFollower } from './log-follower.ts'

type Row = LogEvent | SilentEvent
const row = (n: number): Row =>
  n % 3 === 0
    ? { n }
    : ({ n, at: n, type: 'post.moved', memberId: null, subjectId: null, data: {} } as unknown as Row)
const loudUpTo = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => from + i + 1).filter((n) => n % 3 !== 0)
const settle = () => new Promise((resolve) => setImmediate(resolve))

it('hears every event once and in order, whatever is lost, doubled or late', async () => {
  const step = fc.oneof(
    fc.constant('deliver' as const),
    fc.constant('lose' as const),
    fc.constant('double' as const),
    fc.constant('late' as const),
    fc.constant('listen' as const),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 80 }),
      fc.integer({ min: 0, max: 5 }),
      async (steps, start) => {
        let head = start
        let up = true
        const follower = createLogFollower(async (after) => {
          if (!up) throw new Error('cut')
          const events = Array.from({ length: Math.min(7, head - after) }, (_, i) => row(after + i + 1))
          return { events, head }
        })
        const heard: { since: number; list: number[] }[] = []
        const listen = () => {
          const one = { since: head, list: [] as number[] }
          heard.push(one)
          follower.listen({ since: head, hear: (event) => one.list.push(event.n), reload: () => undefined })
        }
        listen()
        const late: Row[] = []
        for (const what of steps) {
          if (what === 'listen') {
            listen()
            continue
          }
          head++
          up = what !== 'lose'
          if (what === 'deliver') follower.receive(row(head))
          if (what === 'double') {
            follower.receive(row(head))
            follower.receive(row(head))
          }
          if (what === 'late') late.push(row(head))
          if (head % 4 === 0) await settle()
        }
        up = true
        for (const one of late) follower.receive(one)
        follower.head(head)
        for (let i = 0; i < 200; i++) await settle()
        for (const one of heard) expect(one.list).toEqual(loudUpTo(one.since, head))
      },
    ),
    { numRuns: 150 },
  )
})

it('asks to read again when too much was missed', async () => {
  let reloads = 0
  const follower = createLogFollower(async () => ({ reload: true }))
  follower.listen({ since: 1, hear: () => undefined, reload: () => void reloads++ })
  await settle()
  expect(reloads).toBe(1)
  expect(follower.at()).toBeUndefined()
})

it('a log that has become shorter is followed from its end', async () => {
  let head = 5
  const heard: number[] = []
  let reloads = 0
  const follower = createLogFollower(async (after) =>
    after > head ? { reload: true, head } : { events: [], head: after },
  )
  const event = (n: number) => ({
    n,
    at: 0,
    type: 'post.archived',
    memberId: null,
    subjectId: null,
    data: {},
  })
  follower.listen({
    since: 3,
    hear: ({ n }) => heard.push(n),
    reload: () => void reloads++,
  })
  await follower.catchUp()
  for (const n of [4, 5]) follower.receive(event(n) as never)
  head = 3
  await follower.catchUp()
  follower.receive(event(4) as never)
  expect([heard, reloads]).toEqual([[4, 5, 4], 1])
})
