import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { rowOf } from '#tests/support/posts.ts'
import { createPost } from '../post/create-post.ts'
import { editPost } from '../post/edit-post.ts'
import { perform } from './verb.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('keeps what a database would refuse: NUL is left out, half a character replaced', async () => {
  const { owner, teamId } = await core.workspace()
  const odd = { teamId, title: 'a\0b\ud83d', text: '\udfff', labels: ['l\0'] }
  const { id } = await perform(owner, createPost, odd)
  expect(await rowOf(owner, id)).toMatchObject({
    title: 'ab\ufffd',
    text: '\ufffd',
    labels: [expect.any(String)],
  })
  await perform(owner, editPost, { postId: id, base: 0, text: 'half \ud83d an emoji' })
  expect((await rowOf(owner, id)).text).toBe('half \ufffd an emoji')
})

it('says how long words may be when they are longer', async () => {
  const { owner, teamId } = await core.workspace()
  const { id } = await perform(owner, createPost, { teamId, title: 'Long' })
  await expect(
    perform(owner, editPost, { postId: id, base: 0, text: 'x'.repeat(100_001) }),
  ).rejects.toMatchObject({ code: 'request.tooLong', field: 'text', status: 422, params: { max: 100_000 } })
})
