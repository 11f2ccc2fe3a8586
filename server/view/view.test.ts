import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf } from '#tests/support/posts.ts'
import { perform } from '../core/verb.ts'
import { missed } from '../event/missed.ts'
import { changeView, removeView, saveView } from './save-view.ts'
import { readViews } from './view.reads.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('is one’s own until it is shared; then everybody’s to use and nobody else’s to change', async () => {
  const { owner } = await core.workspace()
  const mina = await core.member(owner, 'editor', { name: 'Mina' })
  const vera = await core.member(owner, 'viewer', { name: 'Vera' })
  const id = newId()
  for (let i = 0; i < 2; i++)
    await perform(mina, saveView, { id, name: 'Tea', query: '?q=tea&month=2026-11' })
  expect(await readViews(mina)).toEqual([
    { id, memberId: mina.memberId, name: 'Tea', query: 'q=tea', shared: false },
  ])
  expect(await readViews(vera)).toEqual([])
  expect(await codeOf(removeView(owner, { id }))).toBe('request.notFound')
  await changeView(mina, { id, shared: true, name: 'All tea' })
  expect(await readViews(vera)).toMatchObject([{ name: 'All tea', shared: true }])
  expect(await codeOf(changeView(vera, { id, name: 'Mine' }))).toBe('request.forbidden')
  expect(await codeOf(removeView(vera, { id }))).toBe('request.forbidden')
  expect(await codeOf(perform(vera, saveView, { name: 'x', query: 'q=x', shared: true }))).toBe(
    'request.forbidden',
  )
  await perform(vera, saveView, { name: 'Own', query: 'q=x' })
  await removeView(owner, { id })
  expect((await readViews(vera)).map((one) => one.name)).toEqual(['Own'])
})

it('is told to those only who may know of it', async () => {
  const { owner } = await core.workspace()
  const mina = await core.member(owner, 'editor', { name: 'Mina' })
  const log = await missed(core.app, owner, 0)
  const head = 'events' in log ? log.events.length : 0
  const { id } = await perform(mina, saveView, { name: 'Secret', query: 'q=x' })
  await changeView(mina, { id, shared: true })
  await changeView(mina, { id, shared: false })
  const heard = await missed(core.app, owner, head)
  const types = 'events' in heard ? heard.events.map((one) => ('type' in one ? one.type : null)) : []
  expect(types).toEqual([null, 'view.changed', 'view.removed', null])
})

it('is refused without a filter or a name', async () => {
  const { owner } = await core.workspace()
  for (const input of [
    { name: 'All', query: 'month=2026-11' },
    { name: ' ', query: 'q=x' },
  ])
    expect(await codeOf(perform(owner, saveView, input))).toBe('request.invalid')
})
