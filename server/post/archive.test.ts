import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { makePost, setPost } from '#tests/support/posts.ts'
import { readArchive } from './archive.reads.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('lists what is archived, newest first, page by page, found by its title as it is written', async () => {
  const { owner, teamId } = await core.workspace()
  for (let i = 0; i < 53; i++) {
    const { id } = await makePost(owner, teamId, { title: i === 7 ? '100%_Tea' : `Post ${i}` })
    // Some at the very same instant.
    await setPost(owner, id, { archivedAt: 1000 + Math.floor(i / 3) })
  }
  await makePost(owner, teamId, { title: 'Not archived' })
  const first = await readArchive(owner)
  const second = await readArchive(owner, { before: first.next ?? '' })
  const all = [...first.posts, ...second.posts]
  expect([first.posts.length, second.posts.length, second.next]).toEqual([50, 3, null])
  expect(new Set(all.map((one) => one.id)).size).toBe(53)
  expect(all.map((one) => one.archivedAt)).toEqual(all.map((one) => one.archivedAt).toSorted((a, b) => b - a))
  expect((await readArchive(owner, { q: '100%_t' })).posts.map((one) => one.title)).toEqual(['100%_Tea'])
  expect((await readArchive(owner, { q: '%' })).posts).toHaveLength(1)
  expect((await readArchive(owner, { before: 'nonsense' })).posts).toHaveLength(50)
})

it('shows only posts of teams one may read', async () => {
  const { owner, teamId } = await core.workspace()
  const { id } = await makePost(owner, teamId)
  await setPost(owner, id, { archivedAt: 5 })
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  expect((await readArchive(owner)).posts).toHaveLength(1)
  expect((await readArchive(regional)).posts).toEqual([])
})
