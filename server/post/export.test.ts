import Papa from 'papaparse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { makeChannel, makePost, setPost } from '#tests/support/posts.ts'
import { attachLink } from '../attachment/add-attachment.ts'
import { changeChannel } from '../channel/change-channel.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { addImport } from '../import/add-import.ts'
import { lookAtImport } from '../import/look-at-import.ts'
import { startImport } from '../import/start-import.ts'
import { undoImport } from '../import/undo-import.ts'
import { addStage } from '../stage/change-stage.ts'
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

it('names the working stage of a draft, and an import puts it back there', async () => {
  const { owner, teamId } = await core.workspace()
  const stage = await perform(owner, addStage, { teamId, name: 'Design' })
  const staged = await makePost(owner, teamId, { title: 'Poster', stage: 'draft', workingId: stage.id })
  await makePost(owner, teamId, { title: 'Plain', stage: 'draft' })
  const json = JSON.parse(await whole(owner, 'json')) as { posts: ExportedPost[] }
  expect(json.posts.map((one) => [one.stage, one.workingStage])).toEqual([
    ['draft', 'Design'],
    ['draft', null],
  ])
  const csv = await whole(owner, 'csv')
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true })
  expect(data.map((row) => row.Stage)).toEqual(['Design', 'Draft'])
  const { id } = await addImport(owner, { bytes: Buffer.from(csv), name: 'plan.csv' })
  const { look } = await lookAtImport(owner, id)
  await perform(owner, startImport, { importId: id, teamId, plan: look?.plan })
  await core.runner.drain()
  const again = (JSON.parse(await whole(owner, 'json')) as { posts: ExportedPost[] }).posts
  expect(again.filter((one) => one.id !== staged.id && one.workingStage === 'Design')).toHaveLength(1)
})

it('gives back by an import what it wrote', async () => {
  const { owner, teamId } = await core.workspace()
  const abroad = { ...owner, zone: 'Europe/Berlin' }
  const channel = await makeChannel(owner, teamId)
  await perform(owner, changeChannel, { channelId: channel, name: 'Berlin, "Mitte"' })
  const full = await makePost(owner, teamId, {
    title: "'=SUM(1)",
    text: '=one, "two"\n\nthree; 게시물\t😀',
    labels: ['Tea; hot', 'Green, leaf', 'A|"B"', 'Plain', '=x'],
    channelIds: [channel],
    assigneeId: owner.memberId,
  })
  const slot = { sendLocal: '2030-03-01T09:30', sendZone: 'Asia/Seoul', sendAt: Date.UTC(2030, 2, 1, 0, 30) }
  await setPost(owner, full.id, { ...slot, dueAt: Date.UTC(2030, 1, 1, 12) })
  await attachLink(owner, { postId: full.id, url: 'https://example.org/a,b;c' })
  await attachLink(owner, { postId: full.id, url: 'https://example.org/brief' })
  const due = await makePost(owner, teamId, { title: 'Due only' })
  await setPost(owner, due.id, { dueAt: Date.UTC(2030, 6, 1, 12) })
  for (const locale of ['en', 'ko'] as const) {
    const ctx = { ...abroad, locale }
    const posts = async () => (JSON.parse(await whole(ctx, 'json')) as { posts: ExportedPost[] }).posts
    const before = await posts()
    const { id } = await addImport(ctx, { bytes: Buffer.from(await whole(ctx, 'csv')), name: 'plan.csv' })
    const { look } = await lookAtImport(ctx, id)
    expect(look).toMatchObject({ counts: { good: before.length, bad: 0 }, newLabels: [] })
    await perform(ctx, startImport, { importId: id, teamId, plan: look?.plan })
    await core.runner.drain()
    const again = (await posts()).filter((one) => !before.some((old) => old.id === one.id))
    const bare = ({ id: _, createdAt: _at, updatedAt: _changed, ...one }: ExportedPost) => one
    expect(again.map(bare)).toEqual(before.map(bare))
    await perform(ctx, undoImport, { importId: id })
    await core.runner.drain()
  }
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
