import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makePost, rowOf } from '#tests/support/posts.ts'
import { perform } from '../core/verb.ts'
import { startPause, stopPause } from '../delivery/pause-publishing.ts'
import { missed } from '../event/missed.ts'
import { changePost } from '../post/change-post.ts'
import { changeLabel, createLabel } from './change-label.ts'
import { readLabels } from './label.reads.ts'
import { mergeLabel, removeLabel } from './merge-label.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('is made by its first use, and found again in any case', async () => {
  const { owner, teamId } = await core.workspace()
  const first = await makePost(owner, teamId, { labels: ['Summer', 'summer', 'Sale'] })
  const second = await makePost(owner, teamId, { labels: ['SUMMER'] })
  const labels = await readLabels(owner)
  expect(labels.map(({ name, posts }) => [name, posts])).toEqual([
    ['Sale', 1],
    ['Summer', 2],
  ])
  expect(first.labels).toHaveLength(2)
  expect(second.labels).toEqual([labels[1]?.id])
  expect(new Set(labels.map((one) => one.hue)).size).toBe(2)
  expect((await createLabel(owner, { name: 'sAle' })).id).toBe(labels[0]?.id)
})

it('is renamed and recoloured once for all posts, never to a name that is taken', async () => {
  const { owner, teamId } = await core.workspace()
  const { labels } = await makePost(owner, teamId, { labels: ['Summer', 'Sale'] })
  const [summer = ''] = labels
  await changeLabel(owner, { id: summer, name: 'Sommer', hue: 3 })
  await changeLabel(owner, { id: summer, name: 'Sommer' })
  await changeLabel(owner, { id: summer, name: 'SOMMER' })
  expect(await codeOf(changeLabel(owner, { id: summer, name: 'sale' }))).toBe('label.exists')
  expect(await readLabels(owner)).toMatchObject([{ name: 'SOMMER', hue: 3, posts: 1 }, { name: 'Sale' }])
  const log = await missed(core.app, owner, 6)
  expect('events' in log && log.events.map((one) => 'type' in one && one.type)).toEqual([
    'label.changed',
    'label.changed',
  ])
})

it('goes into another one, or away, on every post', async () => {
  const { owner, teamId } = await core.workspace()
  const both = await makePost(owner, teamId, { labels: ['Summer', 'Sommer'] })
  const [summer = '', sommer = ''] = both.labels
  const one = await makePost(owner, teamId, { labels: ['Sommer'] })
  expect(await mergeLabel(owner, { id: sommer, intoId: summer })).toEqual({ intoId: summer, posts: 2 })
  for (const { id } of [both, one]) expect((await rowOf(owner, id)).labels).toEqual([summer])
  expect(await codeOf(changePost(owner, { id: one.id, labelIds: [sommer] }))).toBe('request.notFound')
  expect(await removeLabel(owner, { id: summer })).toEqual({ posts: 2 })
  expect((await rowOf(owner, one.id)).labels).toEqual([])
  expect(await readLabels(owner)).toEqual([])
})

it('stays while publishing of it is paused', async () => {
  const { owner, teamId } = await core.workspace()
  const { labels } = await makePost(owner, teamId, { labels: ['Recall', 'Sale'] })
  const [recall = '', sale = ''] = labels
  const paused = await startPause(owner, { scope: 'label', value: recall, reason: 'Recall' })
  expect(await codeOf(removeLabel(owner, { id: recall }))).toBe('label.paused')
  expect(await codeOf(mergeLabel(owner, { id: recall, intoId: sale }))).toBe('label.paused')
  await stopPause(owner, { id: paused.id })
  expect(await codeOf(removeLabel(owner, { id: recall }))).toBe('done')
  const gone = startPause(owner, { scope: 'label', value: recall, reason: 'Again' })
  expect(await codeOf(gone)).toBe('request.notFound')
})

it('is made by whoever plans, and changed for all only by who plans everywhere', async () => {
  const { owner } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  const viewer = await core.member(owner, 'viewer')
  const { id } = await perform(regional, createLabel, { name: 'Fiesta' })
  expect(await codeOf(changeLabel(regional, { id, name: 'Feria' }))).toBe('request.forbidden')
  expect(await codeOf(removeLabel(regional, { id }))).toBe('request.forbidden')
  expect(await codeOf(createLabel(viewer, { name: 'Mine' }))).toBe('request.forbidden')
  expect(await codeOf(perform(owner, createLabel, { name: '  ' }))).toBe('request.invalid')
})
