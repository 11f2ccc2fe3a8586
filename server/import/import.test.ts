import { and, count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { event, importFile, job, label, post, variant } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost } from '#tests/support/posts.ts'
import { startThread } from '../comment/start-thread.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { archivePost } from '../post/archive-post.ts'
import { changePost } from '../post/change-post.ts'
import { readHistory } from '../post/history.reads.ts'
import { addImport } from './add-import.ts'
import { badRowsCsv, readImport, readImports, templateCsv } from './import.reads.ts'
import { lookAtImport } from './look-at-import.ts'
import { discardImport, startImport } from './start-import.ts'
import { undoImport } from './undo-import.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const upload = (ctx: Ctx, text: string | Buffer, name = 'plan.csv') =>
  addImport(ctx, { bytes: Buffer.from(text), name }).then((one) => one.id)
const postsOf = (ctx: Ctx) =>
  ctx.store.read.select().from(post).where(eq(post.workspaceId, ctx.workspaceId)).orderBy(post.rank)

/** Uploads, takes the plan that is offered, and imports. */
async function importAll(ctx: Ctx, teamId: string, text: string | Buffer): Promise<string> {
  const importId = await upload(ctx, text)
  const { look } = await lookAtImport(ctx, importId)
  await perform(ctx, startImport, { importId, teamId, plan: look?.plan })
  await core.runner.drain()
  return importId
}

const eventsOf = async (ctx: Ctx, type: string) => {
  const rows = await ctx.store.read
    .select()
    .from(event)
    .where(and(eq(event.workspaceId, ctx.workspaceId), eq(event.type, type)))
  return rows.map((row) => row.data as Record<string, unknown> & { posts: unknown[] })
}

it('makes drafts of the good rows, names what is wrong with the others, and gives them back', async () => {
  const { owner, teamId } = await core.workspace()
  await makeChannel(owner, teamId)
  const file = [
    'Text;Channels;Tags;Posting Time;Campaign',
    '"Tea; for ""all""\nsecond line";Practice;"Winter, Tea";24/12/2026 10:00;',
    '=1+1;;;;',
    'Bad;Nowhere;;31/02/2026;None',
  ].join('\r\n')
  const importId = await upload(owner, Buffer.from(`\uFEFF${file}`, 'utf16le'))
  const { look } = await lookAtImport(owner, importId)
  expect(look).toMatchObject({
    kind: 'csv',
    preset: 'buffer',
    plan: { encoding: 'utf-16le', delimiter: ';', dates: 'dmy', header: true },
    counts: { total: 3, good: 2, bad: 1 },
    newLabels: ['Winter', 'Tea'],
  })
  expect(await postsOf(owner)).toEqual([])
  await perform(owner, startImport, { importId, teamId, plan: look?.plan })
  await core.runner.drain()
  const rows = await postsOf(owner)
  expect(
    rows.map(({ title, text, stage, sendLocal, createdBy }) => [title, text, stage, sendLocal, createdBy]),
  ).toEqual([
    ['Tea; for "all"', 'Tea; for "all"\nsecond line', 'draft', '2026-12-24T10:00', owner.memberId],
    ['=1+1', '=1+1', 'draft', null, owner.memberId],
  ])
  expect(rows[0]?.labels).toHaveLength(2)
  const [made] = await owner.store.read
    .select({ n: count() })
    .from(variant)
    .where(eq(variant.workspaceId, owner.workspaceId))
  expect(made?.n).toBe(1)
  const { run, bad } = await readImport(owner, importId)
  expect(run).toMatchObject({ state: 'done', total: 3, done: 3, made: 2, bad: 1 })
  expect(bad).toMatchObject([
    { row: 4, issues: [{ field: 'when' }, { field: 'channels' }, { field: 'campaign' }] },
  ])
  let csv = ''
  for await (const part of badRowsCsv({ ...owner, locale: 'ko' }, importId)) csv += part
  expect(csv).toContain('Bad,Nowhere,,31/02/2026,None,4,')
  expect(csv).toContain('‘Nowhere’ 채널')
  // Its beginning is told though it has no event of its own.
  const { lines } = await readHistory(owner, rows[0]?.id ?? '')
  expect(lines).toMatchObject([{ key: 'created', memberId: owner.memberId }])
  const left = await owner.store.read
    .select()
    .from(importFile)
    .where(eq(importFile.workspaceId, owner.workspaceId))
  expect(left).toEqual([])
})

it('tells a batch in one event, and everybody how far it is', async () => {
  const { owner, teamId } = await core.workspace()
  const rows = Array.from({ length: 600 }, (_, i) => `Post ${i},2026-12-01 10:00`)
  await importAll(owner, teamId, ['Title,Planned', ...rows].join('\n'))
  const filled = await eventsOf(owner, 'import.filled')
  expect(filled.map(({ done, total, posts }) => [done, total, posts.length])).toEqual([
    [250, 600, 250],
    [500, 600, 250],
    [600, 600, 100],
  ])
  const titles = (await postsOf(owner)).map((row) => row.title)
  expect(titles).toEqual(Array.from({ length: 600 }, (_, i) => `Post ${i}`))
  expect(await eventsOf(owner, 'import.finished')).toMatchObject([{ made: 600, bad: 0 }])
})

it('goes on where it stopped, and never makes a row twice', async () => {
  const { owner, teamId } = await core.workspace()
  const rows = Array.from({ length: 600 }, (_, i) => `Post ${i}`)
  const importId = await upload(owner, ['Title', ...rows].join('\n'))
  const { look } = await lookAtImport(owner, importId)
  await perform(owner, startImport, { importId, teamId, plan: look?.plan })
  await perform(owner, startImport, { importId, teamId, plan: look?.plan })
  // The process dies in the middle: its transaction leaves nothing, what was committed stays.
  const write = core.app.store.write
  let writes = 0
  core.app.store.write = async (work) => {
    if (++writes > 3) throw new Error('killed')
    return write(work)
  }
  await core.runner.drain().catch(() => undefined)
  core.app.store.write = write
  const half = (await postsOf(owner)).length
  expect(half).toBeGreaterThan(0)
  expect(half).toBeLessThan(600)
  core.ahead(3_600_000)
  await core.runner.drain()
  core.ahead(0)
  expect((await postsOf(owner)).map((row) => row.title)).toEqual(rows)
  expect((await readImport(owner, importId)).run).toMatchObject({ state: 'done', made: 600, done: 600 })
})

it('undoes an import, but for what somebody has touched since', async () => {
  const { owner, teamId } = await core.workspace()
  const importId = await importAll(
    owner,
    teamId,
    'Title,Labels,Link\nA,x,https://a.example\nB,,\nC,,\nD,,\nE,,',
  )
  const [, b, c, d] = await postsOf(owner)
  core.ahead(1_000)
  await changePost(owner, { id: b!.id, title: 'Better' })
  await perform(owner, startThread, { postId: c!.id, body: 'Keep this one', mentionIds: [], on: null })
  await archivePost(owner, { id: d!.id })
  await perform(owner, undoImport, { importId })
  await core.runner.drain()
  core.ahead(0)
  expect((await postsOf(owner)).map((row) => row.title)).toEqual(['Better', 'C', 'D'])
  expect((await readImport(owner, importId)).run).toMatchObject({ state: 'undone', removed: 2, kept: 3 })
  const gone = await eventsOf(owner, 'import.emptied')
  expect(gone.flatMap((one) => one.gone as string[])).toHaveLength(2)
  expect(await perform(owner, undoImport, { importId })).toEqual({ id: importId })
})

it('refuses files that cannot be read, each with its own sentence', async () => {
  const { owner } = await core.workspace()
  const refused = (bytes: string | Buffer) => codeOf(upload(owner, bytes))
  expect(await refused('')).toBe('import.empty')
  expect(await refused(' \n \n')).toBe('import.empty')
  expect(await refused('PK\x03\x04workbook')).toBe('import.workbook')
  expect(await refused(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]))).toBe('import.notText')
  expect(await refused('{"id":1')).toBe('import.notJson')
  expect(await refused('{"id":"x","name":"y"}')).toBe('import.notTrello')
  expect(await refused('[1,2]')).toBe('import.notTrello')
  expect(await refused(Buffer.alloc(10 * 1024 * 1024 + 1, 97))).toBe('import.tooLarge')
  expect(await refused('a\n'.repeat(20_010))).toBe('import.tooManyRows')
})

it('is for those who may import into the team; a file that waits is its own uploader’s', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const manager = await core.member(owner, 'manager', { narrowedTo: [region] })
  const editor = await core.member(owner, 'editor')
  const importId = await upload(manager, 'Title\nA')
  expect(await codeOf(lookAtImport(owner, importId))).toBe('request.notFound')
  expect(await codeOf(upload(editor, 'Title\nA'))).toBe('request.forbidden')
  const { look } = await lookAtImport(manager, importId)
  expect(look?.teamId).toBe(region)
  const start = (where: string) =>
    codeOf(perform(manager, startImport, { importId, teamId: where, plan: look?.plan }))
  expect(await start(teamId)).toBe('request.forbidden')
  expect(await start(region)).toBe('done')
  await core.runner.drain()
  expect((await readImports(owner)).map((one) => one.id)).toEqual([importId])
  expect(await readImports(editor)).toEqual([])
  const other = await upload(owner, 'Title\nB')
  await perform(owner, discardImport, { importId: other })
  expect(await codeOf(lookAtImport(owner, other))).toBe('request.notFound')
})

it('stops when the importer may no longer import, and says so', async () => {
  const { owner, teamId } = await core.workspace()
  const manager = await core.member(owner, 'manager')
  const importId = await upload(manager, 'Title\nA')
  const { look } = await lookAtImport(manager, importId)
  await perform(manager, startImport, { importId, teamId, plan: look?.plan })
  await core.app.store.write(async (db) => {
    const { member } = await import('#db/schema.ts')
    await db
      .update(member)
      .set({ role: 'viewer' })
      .where(and(eq(member.workspaceId, owner.workspaceId), eq(member.id, manager.memberId ?? '')))
  })
  await core.runner.drain()
  expect(await postsOf(owner)).toEqual([])
  expect((await readImport(owner, importId)).run).toMatchObject({
    state: 'failed',
    error: 'request.forbidden',
  })
  const [parked] = await owner.store.read.select().from(job).where(eq(job.workspaceId, owner.workspaceId))
  expect(parked?.state).toBe('parked')
})

it('reads its own template, in both languages', async () => {
  const { owner } = await core.workspace()
  for (const locale of ['en', 'ko'] as const) {
    const importId = await upload(owner, templateCsv({ ...owner, locale }))
    expect((await lookAtImport(owner, importId)).look).toMatchObject({
      preset: 'hubbub',
      counts: { total: 2, good: 2, bad: 0 },
    })
  }
})

it('takes the labels it made away with its undo, unless something else has them by now', async () => {
  const { owner, teamId } = await core.workspace()
  await makePost(owner, teamId, { labels: ['Old'] })
  const file = ['Title,Labels', 'One,"Old, Fresh"', 'Two,Kept', 'Three,Lent'].join('\n')
  const importId = await importAll(owner, teamId, file)
  const names = async () => {
    const rows = await owner.store.read
      .select({ name: label.name })
      .from(label)
      .where(eq(label.workspaceId, owner.workspaceId))
    return rows.map((row) => row.name).sort()
  }
  expect(await names()).toEqual(['Fresh', 'Kept', 'Lent', 'Old'])
  const posts = await postsOf(owner)
  // One that somebody has changed since stays with what it has; another post has got a label of the import.
  await changePost(owner, { id: posts.find((one) => one.title === 'Two')?.id ?? '', title: 'Two, better' })
  await makePost(owner, teamId, { title: 'Mine', labels: ['Lent'] })
  await perform(owner, undoImport, { importId })
  await core.runner.drain()
  expect(await names()).toEqual(['Kept', 'Lent', 'Old'])
  expect(await eventsOf(owner, 'label.removed')).toMatchObject([{ name: 'Fresh' }])
})

it('asks before posts of the very same file are made twice by two at once, in that team', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const text = 'Title,Text\nOne,a\nTwo,b'
  const [first, second] = [await upload(owner, text), await upload(owner, text)]
  const again = async (id: string, team = teamId) =>
    (await lookAtImport(owner, id, { teamId: team })).look?.again
  const plan = (await lookAtImport(owner, first)).look?.plan
  const start = (importId: string, told: number | undefined) =>
    codeOf(perform(owner, startImport, { importId, teamId, plan, again: told }))
  expect(await again(second)).toBe(0)
  expect(await start(first, 0)).toBe('done')
  // Under way already: its rows are counted without the line of names.
  const [started] = await eventsOf(owner, 'import.started')
  expect(started).toMatchObject({ total: 2 })
  expect(await start(second, 0)).toBe('import.sameFile')
  await core.runner.drain()
  expect([await again(second), await again(second, region)]).toEqual([1, 0])
  expect(await start(second, 1)).toBe('done')
  await core.runner.drain()
  await perform(owner, undoImport, { importId: first })
  await perform(owner, undoImport, { importId: second })
  await core.runner.drain()
  const third = await upload(owner, text)
  expect([await again(third), await start(third, undefined)]).toEqual([0, 'done'])
})
