import Papa from 'papaparse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { makeChannel, makePost, setPost } from '#tests/support/posts.ts'
import { attachLink } from '../attachment/add-attachment.ts'
import type { Ctx } from '../core/ctx.ts'
import { archivePost } from './archive-post.ts'
import type { ExportedPost } from './export.rules.ts'
import { exportPosts } from './export-posts.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

async function whole(ctx: Ctx, format: 'csv' | 'json', search = ''): Promise<string> {
  let all = ''
  for await (const part of exportPosts(ctx, { format, search }).parts) all += part
  return all
}

it('writes every post of the plan as CSV that a spreadsheet reads and never runs', async () => {
  const { owner, teamId } = await core.workspace()
  const channel = await makeChannel(owner, teamId)
  const { id } = await makePost(owner, teamId, {
    title: '=HYPERLINK("http://evil.example")',
    text: 'One, "two"\nthree 게시물',
    labels: ['Tea', 'Green'],
    channelIds: [channel],
    assigneeId: owner.memberId,
  })
  await setPost(owner, id, { sendLocal: '2030-03-01T09:30', sendZone: 'Asia/Seoul', sendAt: 0 })
  await attachLink(owner, { postId: id, url: 'https://example.org/brief' })
  const gone = await makePost(owner, teamId, { title: 'Gone' })
  await archivePost(owner, { id: gone.id })
  const csv = await whole(owner, 'csv')
  expect(csv.startsWith('\uFEFFID,Title,')).toBe(true)
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true })
  expect(data).toHaveLength(1)
  expect(data[0]).toMatchObject({
    ID: id,
    Title: '\'=HYPERLINK("http://evil.example")',
    Text: 'One, "two"\nthree 게시물',
    Stage: 'Idea',
    Labels: 'Tea; Green',
    Channels: 'Practice',
    Assignee: owner.name,
    Planned: '2030-03-01 09:30',
    'Time zone': 'Asia/Seoul',
    Links: 'https://example.org/brief',
  })
  expect(await whole({ ...owner, locale: 'ko' }, 'csv')).toContain('제목')
})

it('exports under the filters of the board, page after page, and only what one may read', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  for (let i = 0; i < 3; i++) await makePost(owner, teamId, { title: `HQ ${i}`, labels: ['Tea'] })
  await makePost(owner, region, { title: 'Regional tea' })
  const regional = await core.member(owner, 'viewer', { narrowedTo: [region] })
  const titles = async (ctx: Ctx, search: string) =>
    (JSON.parse(await whole(ctx, 'json', search)) as { posts: ExportedPost[] }).posts.map((one) => one.title)
  expect(await titles(owner, '')).toHaveLength(4)
  expect(await titles(owner, 'q=tea')).toHaveLength(4)
  expect(await titles(owner, `?team=${region}`)).toEqual(['Regional tea'])
  expect(await titles(owner, 'label=none&q=hq')).toEqual([])
  expect(await titles(regional, '')).toEqual(['Regional tea'])
  expect(await titles(regional, `team=${teamId}`)).toEqual([])
  const other = await core.workspace('Other')
  expect(JSON.parse(await whole(other.owner, 'json'))).toMatchObject({ posts: [] })
})
