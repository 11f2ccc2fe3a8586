/**
 * A whole Hubbub in a process of its own for benchmarks: `POSTS` posts, or `PLAN` posts with times (`PLAN_FROM` to
 * `PLAN_TO`), or the demo; one owner; tells the parent where it is.
 */

import { seedDemo } from '#server/admin/seed-demo.ts'
import { createPost } from '#server/post/create-post.ts'
import { createToken } from '#server/token/create-token.ts'
import { testServer } from '../../support/server.ts'
import { plantPosts } from './plant-posts.ts'

const server = await testServer({ presence: process.env.PRESENCE === '1', logLevel: 'error' })
const { owner, teamId } = await server.workspace('Bench')
if (process.env.DEMO) await seedDemo(owner)
for (let i = 0; i < Number(process.env.POSTS ?? 0); i++) {
  const title = `Post ${i}: what we say about it in a line of usual length`
  await createPost(owner, createPost.input.parse({ teamId, title, stage: i % 2 ? 'draft' : 'idea' }))
}
const { PLAN = '0', PLAN_FROM: from = '', PLAN_TO: to = '' } = process.env
if (Number(PLAN)) await plantPosts(owner, teamId, { posts: Number(PLAN), from, to })
const { secret: token } = await createToken(owner, { name: 'bench', scopes: ['post:read', 'post:write'] })
const cookie = await server.cookieFor(owner)
process.send?.({ url: server.url, cookie, slug: owner.workspaceSlug, teamId, token })
process.on('message', () => void server.drop().then(() => process.exit(0)))
// Nobody is left to serve once the benchmark has ended, however it ended.
process.on('disconnect', () => process.exit(1))
