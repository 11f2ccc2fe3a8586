import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makePost } from '#tests/support/posts.ts'
import { parseInput } from '../core/verb.ts'
import { missed } from '../event/missed.ts'
import { mayEnter } from '../member/presence-room.ts'
import { findCards } from '../post/find-cards.reads.ts'
import { readArchivedCanvases, readCanvas, readCanvases, readPicture, readSnapshots } from './canvas.reads.ts'
import { canvasRoom } from './canvas.rules.ts'
import { archiveCanvas, renameCanvas, unarchiveCanvas } from './change-canvas.ts'
import { copyCanvas } from './copy-canvas.ts'
import { createCanvas } from './create-canvas.ts'
import { keepCanvas } from './keep-canvas.ts'
import { newestSnapshot } from './load-canvas.ts'
import { unpackObjects } from './pack.ts'
import { restoreCanvas } from './restore-canvas.ts'
import { snapshotCanvas } from './snapshot-canvas.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const note = { kind: 'note', x: 0, y: 0, w: 100, h: 80, z: 'a0', text: 'Hello', hue: 3 }
const input = (teamId: string, more: object = {}) =>
  parseInput(createCanvas.input, { name: 'Kick-off', teamId, ...more })

it('is made once with what a template brings, renamed and archived', async () => {
  const { owner, teamId } = await core.workspace()
  const id = newId()
  await createCanvas(owner, input(teamId, { id, objects: { a: note } }))
  await createCanvas(owner, input(teamId, { id }))
  await renameCanvas(owner, { id, name: 'Kick-off 2' })
  expect(await readCanvases(owner)).toMatchObject([{ id, name: 'Kick-off 2', objects: 1 }])
  expect(await readSnapshots(owner, id)).toMatchObject([{ reason: 'auto', objects: 1 }])
  expect(await readCanvas(owner, id)).toMatchObject({ name: 'Kick-off 2', write: true })
  await archiveCanvas(owner, { id })
  expect(await readCanvases(owner)).toEqual([])
  expect(await readArchivedCanvases(owner)).toMatchObject([{ id, name: 'Kick-off 2' }])
  expect(await readCanvas(owner, id)).toMatchObject({ archived: true })
  expect(await codeOf(renameCanvas(owner, { id, name: 'Not now' }))).toBe('request.notFound')
  await unarchiveCanvas(owner, { id })
  await unarchiveCanvas(owner, { id })
  expect(await readArchivedCanvases(owner)).toEqual([])
  expect(await readCanvases(owner)).toMatchObject([{ id, name: 'Kick-off 2', objects: 1 }])
  const log = await missed(core.app, owner, 0)
  expect('events' in log && log.events.flatMap((one) => ('type' in one ? one.type : []))).toEqual(
    expect.arrayContaining(['canvas.created', 'canvas.renamed', 'canvas.archived', 'canvas.unarchived']),
  )
})

it('keeps a snapshot for each change, and none where nothing has changed', async () => {
  const { owner, teamId } = await core.workspace()
  const start = Date.UTC(2026, 10, 23, 12)
  core.setNow(start)
  const { id } = await createCanvas(owner, input(teamId))
  core.setNow(start + 60_000)
  const object = { ...note, kind: 'note' as const, locked: false, group: null }
  expect(await keepCanvas(owner, { id, reason: 'auto' }, { a: object })).not.toBeNull()
  expect(await keepCanvas(owner, { id, reason: 'auto' }, { a: object })).toBeNull()
  expect(
    await keepCanvas(owner, { id, reason: 'manual', label: 'Before lunch' }, { a: object }),
  ).not.toBeNull()
  const list = await readSnapshots(owner, id)
  expect(list.map(({ reason, label, objects }) => [reason, label, objects])).toEqual([
    ['manual', 'Before lunch', 1],
    ['auto', '', 1],
    ['auto', '', 0],
  ])
  const newest = await newestSnapshot(owner.store.read, owner.workspaceId, id)
  expect(await unpackObjects(newest!.packed)).toEqual({ a: object })
  core.setNow(undefined)
})

it('refuses what is no object, and more than fit', async () => {
  const { teamId } = await core.workspace()
  expect(() => input(teamId, { objects: { a: { ...note, kind: 'script' } } })).toThrow('request.invalid')
  const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`o${i}`, note]))
  expect(() => input(teamId, { objects: many })).toThrow('request.invalid (objects)')
})

it('says that the canvas is away while presence is, and changes nothing', async () => {
  const { owner, teamId } = await core.workspace()
  const { id } = await createCanvas(owner, input(teamId))
  const [first] = await readSnapshots(owner, id)
  expect(await codeOf(snapshotCanvas(owner, { id, label: 'Now' }))).toBe('canvas.away')
  expect(await codeOf(restoreCanvas(owner, { id, snapshotId: first!.id }))).toBe('canvas.away')
  expect(await readSnapshots(owner, id)).toHaveLength(1)
})

it('is nobody else’s', async () => {
  const { owner, teamId } = await core.workspace()
  const other = await core.workspace('Other')
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  const viewer = await core.member(owner, 'viewer')
  const { id } = await createCanvas(owner, input(teamId))
  const theirs = await createCanvas(other.owner, input(other.teamId))
  const [snapshot] = await readSnapshots(other.owner, theirs.id)
  const tries: [() => Promise<unknown>, string][] = [
    [() => createCanvas(regional, input(teamId)), 'request.forbidden'],
    [() => createCanvas(owner, input(other.teamId)), 'request.notFound'],
    [() => createCanvas(other.owner, input(other.teamId, { id })), 'request.conflict'],
    [() => renameCanvas(regional, { id, name: 'Mine' }), 'request.forbidden'],
    [() => renameCanvas(other.owner, { id, name: 'Mine' }), 'request.notFound'],
    [() => archiveCanvas(viewer, { id }), 'request.forbidden'],
    [() => unarchiveCanvas(viewer, { id }), 'request.forbidden'],
    [() => copyCanvas(viewer, { id, name: 'Mine' }), 'request.forbidden'],
    [() => restoreCanvas(owner, { id, snapshotId: snapshot!.id }), 'request.notFound'],
    [() => readCanvas(regional, id), 'request.forbidden'],
    [() => readCanvas(other.owner, id), 'request.notFound'],
    [() => readSnapshots(other.owner, id), 'request.notFound'],
  ]
  for (const [work, code] of tries) expect(await codeOf(work().then(() => 'done'))).toBe(code)
  expect(await readCanvases(regional)).toEqual([])
  expect(await readCanvas(viewer, id)).toMatchObject({ write: false })
  for (const who of [regional, other.owner])
    expect(await mayEnter(who, canvasRoom(owner.workspaceId, id))).toBeNull()
  expect(await mayEnter(owner, canvasRoom(owner.workspaceId, theirs.id))).toBeNull()
  expect(await mayEnter(owner, `${canvasRoom(owner.workspaceId, id)}:more`)).toBeNull()
})

it('finds posts for itself by their words and by their ids, only what one may see', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  const post = await makePost(owner, teamId, { title: '100% Autumn_teaser' })
  await makePost(owner, teamId, { title: 'Spring' })
  const titles = async (...asked: Parameters<typeof findCards>) =>
    (await findCards(...asked)).map((card) => card.title)
  expect(await titles(owner, { words: 'autumn' })).toEqual(['100% Autumn_teaser'])
  expect(await titles(owner, { words: '100% A' })).toEqual(['100% Autumn_teaser'])
  expect(await titles(owner, { words: '%' })).toEqual(['100% Autumn_teaser'])
  expect(await titles(owner, { ids: [post.id, 'no'] })).toEqual(['100% Autumn_teaser'])
  expect(await titles(owner, {})).toEqual([])
  expect(await titles(regional, { ids: [post.id] })).toEqual([])
  expect(await titles(regional, { words: '' })).toEqual([])
})

it('has a small picture for those who may see it', async () => {
  const { owner, teamId } = await core.workspace()
  const { id } = await createCanvas(owner, input(teamId, { objects: { a: note } }))
  const { id: empty } = await createCanvas(owner, input(teamId))
  expect(await readPicture(owner, id)).toContain('<svg')
  expect(await readPicture(owner, empty)).toBeNull()
  const { owner: stranger } = await core.workspace()
  expect(await codeOf(readPicture(stranger, id))).toBe('request.notFound')
})
