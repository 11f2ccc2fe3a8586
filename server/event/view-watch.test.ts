import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf } from '#tests/support/posts.ts'
import { type LiveView, liveView, type Tick } from './live-view.ts'
import { createViewWatch } from './view-watch.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function counter() {
  const state = { value: 0, readings: 0 }
  const view: LiveView = liveView({
    name: 'counter',
    permission: 'dashboard:read',
    input: z.object({ of: z.string() }),
    movedBy: ['metric.collected'],
    async read() {
      state.readings++
      return { value: state.value }
    },
    step: (before: { value: number }, after: { value: number }) => ({
      patch: after,
      says: before.value !== after.value,
    }),
  })
  return { state, view }
}

it('reads once for all who see the same, at most twice a second, and sends the last state', async () => {
  const { owner } = await core.workspace()
  const { state, view } = counter()
  const watch = createViewWatch(core.app, [view])
  const heard: Tick[][] = [[], [], []]
  const looker = (index: number) => ({ id: `s${index}`, send: (tick: Tick) => void heard[index]?.push(tick) })
  expect(await watch.look(looker(0), owner, 'counter', { of: 'a' })).toEqual({ value: 0 })
  expect(await watch.look(looker(1), owner, 'counter', { of: 'a' })).toEqual({ value: 0 })
  expect(state.readings).toBe(1)
  const until = performance.now() + 1_400
  while (performance.now() < until) {
    state.value++
    watch.hear({ workspaceId: owner.workspaceId, type: 'metric.collected' })
    watch.hear({ workspaceId: owner.workspaceId, type: 'post.created' })
    watch.hear({ workspaceId: 'another', type: 'metric.collected' })
    await sleep(5)
  }
  await sleep(600)
  expect(state.readings).toBeGreaterThanOrEqual(3)
  expect(state.readings).toBeLessThanOrEqual(5)
  expect(heard[0]?.at(-1)).toEqual({ view: 'counter', patch: { value: state.value } })
  expect(heard[1]).toEqual(heard[0])
  watch.leave('s0')
  watch.leave('s1')
  state.value++
  watch.hear({ workspaceId: owner.workspaceId, type: 'metric.collected' })
  await sleep(600)
  expect(heard[0]?.at(-1)).not.toEqual({ view: 'counter', patch: { value: state.value } })
  watch.stop()
})

it('is refused without the permission, knows no other views, and keeps those of other rights apart', async () => {
  const { owner, teamId } = await core.workspace()
  const { state, view } = counter()
  const watch = createViewWatch(core.app, [view])
  const send = () => undefined
  const nobody = { ...owner, grants: { everywhere: [], teams: {} } }
  expect(await codeOf(watch.look({ id: 'x', send }, nobody, 'counter', { of: 'a' }))).toBe(
    'request.forbidden',
  )
  expect(await watch.look({ id: 'x', send }, owner, 'salaries', {})).toBeNull()
  await watch.look({ id: 'x', send }, owner, 'counter', { of: 'a' })
  const regional = await core.member(owner, 'analyst', { narrowedTo: [teamId] })
  await watch.look({ id: 'y', send }, regional, 'counter', { of: 'a' })
  expect(state.readings).toBe(2)
  watch.stop()
})
