import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { LiveList, LiveObject } from '@liveblocks/client'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { type CanvasHarness, canvasHarness } from '#tests/support/canvas-harness.ts'
import { codeOf } from '#tests/support/posts.ts'
import { until } from '#tests/support/presence-harness.ts'
import { archiveCampaign } from '../campaign/change-campaign.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import { parseInput } from '../core/verb.ts'
import { readCanvas, readSnapshots } from './canvas.reads.ts'
import { CANVAS } from './canvas.rules.ts'
import { type CanvasKeeper, createCanvasKeeper } from './canvas-keeper.ts'
import { rawRoom, readRoom } from './canvas-room.ts'
import { archiveCanvas } from './change-canvas.ts'
import { copyCanvas } from './copy-canvas.ts'
import { createCanvas } from './create-canvas.ts'
import { newestSnapshot } from './load-canvas.ts'
import { unpackObjects } from './pack.ts'
import { restoreCanvas } from './restore-canvas.ts'
import { snapshotCanvas } from './snapshot-canvas.ts'

let house: CanvasHarness
let keeper: CanvasKeeper
beforeAll(async () => {
  house = await canvasHarness()
  keeper = createCanvasKeeper(house.app)
})
afterAll(() => house.drop())

const note = (text: string, more: object = {}) => ({
  kind: 'note',
  x: 0,
  y: 0,
  w: 100,
  h: 80,
  z: 'a0',
  text,
  hue: 3,
  locked: false,
  group: null,
  ...more,
})
type Owner = Awaited<ReturnType<CanvasHarness['workspace']>>['owner']
const make = (owner: Owner, teamId: string, objects = {}) =>
  createCanvas(owner, parseInput(createCanvas.input, { name: 'Ideas', teamId, objects }))
const kept = async (owner: Owner, id: string) => {
  const newest = await newestSnapshot(owner.store.read, owner.workspaceId, id)
  return unpackObjects(newest!.packed)
}
const present = (owner: Owner, id: string) => readRoom(house.app, owner.workspaceId, id)

it('is filled for the first who comes, changed by two, and kept', async () => {
  const { owner, teamId } = await house.workspace()
  const mina = await house.member(owner, 'editor')
  const { id } = await make(owner, teamId, { a: note('From the template') })
  const [one, two] = await Promise.all([house.enter(owner, id), house.enter(mina, id)])
  expect(one.map().toJSON()).toEqual({ a: note('From the template') })
  one.map().set('b', new LiveObject(note('Mine')))
  two.map().get('a')!.update({ text: 'Hers' })
  await until(() => one.map().get('a')?.get('text') === 'Hers' && two.map().has('b'))
  await keeper.round()
  expect(await kept(owner, id)).toEqual({ a: note('Hers'), b: note('Mine') })
  const before = await readSnapshots(owner, id)
  await keeper.round()
  expect(await readSnapshots(owner, id)).toEqual(before)
  // The last change before everybody leaves is kept, too.
  two.map().get('b')!.update({ text: 'Hers, too' })
  await until(() => two.room.getStorageStatus() === 'synchronized')
  one.leave()
  two.leave()
  await until(async () => (await house.app.presence.inUse(() => true)).length === 0)
  await keeper.round()
  expect(await kept(owner, id)).toMatchObject({ b: { text: 'Hers, too' } })

  // And so is that of a visit between two rounds.
  await keeper.round()
  await keeper.round()
  const brief = await house.enter(mina, id)
  brief.map().get('b')!.update({ text: 'In passing' })
  await until(() => brief.room.getStorageStatus() === 'synchronized')
  brief.leave()
  await until(() => house.app.presence.stats().connections === 0)
  await keeper.round()
  expect(await kept(owner, id)).toMatchObject({ b: { text: 'In passing' } })
})

it('drops what is no object of ours from what it keeps, and says so', async () => {
  const { owner, teamId } = await house.workspace()
  const { id } = await make(owner, teamId)
  const one = await house.enter(owner, id)
  one.map().set('good', new LiveObject(note('Good')))
  one.map().set('bad', new LiveObject(note('Bad', { kind: 'script' })))
  one.map().set('far', new LiveObject(note('Far', { x: 1e12 })))
  await until(() => one.room.getStorageStatus() === 'synchronized')
  const warned = vi.spyOn(house.app.log, 'warn')
  await keeper.round()
  expect(await kept(owner, id)).toEqual({ good: note('Good') })
  expect(warned).toHaveBeenCalledWith(expect.objectContaining({ canvas: id, dropped: 2 }), expect.anything())
  one.leave()
})

it('takes a pasted list of three megabytes in one step, its undo and its redo', async () => {
  const { owner, teamId } = await house.workspace()
  const mina = await house.member(owner, 'editor')
  const { id } = await make(owner, teamId)
  const [one, two] = await Promise.all([house.enter(owner, id), house.enter(mina, id)])
  one.room.batch(() => {
    for (let i = 0; i < 1_600; i++) one.map().set(`a${i}`, new LiveObject(note('x'.repeat(1_800), { x: i })))
  })
  await until(() => two.map().size === 1_600, 30_000)
  one.room.history.undo()
  await until(() => two.map().size === 0, 30_000)
  one.room.history.redo()
  await until(() => two.map().size === 1_600, 30_000)
  await keeper.round()
  expect(Object.keys(await kept(owner, id))).toHaveLength(1_600)
  one.leave()
  two.leave()
}, 90_000)

it('does not fall over what a program writes past everything; what is beyond is told', async () => {
  const { owner, teamId } = await house.workspace()
  const { id } = await make(owner, teamId)
  const one = await house.enter(owner, id)
  one.room.batch(() => {
    for (let i = 0; i < CANVAS.kept + 50; i++)
      one.map().set(`o${String(i).padStart(6, '0')}`, new LiveObject(note('x')))
  })
  await until(() => one.room.getStorageStatus() === 'synchronized', 30_000)
  const warned = vi.spyOn(house.app.log, 'warn')
  await keeper.round()
  expect(Object.keys(await kept(owner, id))).toHaveLength(CANVAS.kept)
  expect(warned).toHaveBeenCalledWith(expect.objectContaining({ canvas: id, dropped: 50 }), expect.anything())
  one.leave()
}, 90_000)

it('brings down a room that a program has made too heavy to what is kept of it', async () => {
  const { owner, teamId } = await house.workspace()
  const { id } = await make(owner, teamId, { a: note('First') })
  const one = await house.enter(owner, id)
  const { roomBytes } = CANVAS
  onTestFinished(() => void Object.assign(CANVAS, { roomBytes }))
  Object.assign(CANVAS, { roomBytes: 1_000_000 })
  one.map().set('b', new LiveObject(note('Second', { junk: 'x'.repeat(400_000) })))
  one.map().set('c', new LiveObject(note('None', { kind: 'junk', more: 'x'.repeat(400_000) })))
  ;(one.root as unknown as LiveObject<{ junk: string }>).set('junk', 'x'.repeat(400_000))
  await until(() => one.room.getStorageStatus() === 'synchronized')
  await keeper.round()
  const raw = JSON.stringify(await rawRoom(house.app, owner.workspaceId, id))
  expect(raw.length).toBeLessThan(1_000)
  expect(await present(owner, id)).toEqual({ a: note('First'), b: note('Second') })
  await until(() => !one.map().has('c'))
  one.leave()
})

it('cannot be changed by a viewer, whatever they send; another team’s member does not get in', async () => {
  const { owner, teamId } = await house.workspace()
  const viewer = await house.member(owner, 'viewer')
  const region = await house.team(owner, 'Iberia')
  const regional = await house.member(owner, 'editor', { narrowedTo: [region] })
  const { id } = await make(owner, teamId, { a: note('As it was') })
  expect(await house.ask(regional, id)).toEqual({ status: 403, body: { error: 'forbidden' } })
  const watching = await house.enter(viewer, id)
  expect(watching.map().get('a')?.get('text')).toBe('As it was')
  expect(watching.room.getSelf()?.canWrite).toBe(false)
  const one = await house.enter(owner, id)
  const told: unknown[] = []
  one.room.subscribe('event', ({ event }) => told.push(event))

  const raw = await house.raw(viewer, id)
  const frames: string[] = []
  raw.on('message', (data) => frames.push(data.toString()))
  await new Promise((resolve) => raw.once('open', resolve))
  raw.send(JSON.stringify([{ type: 200 }]))
  await until(() => frames.some((frame) => frame.includes('As it was')))
  const nodeId = /"([^"]+)",\s*\{[^{}]*"text":\s*"As it was"/.exec(frames.join(''))?.[1]
  for (const target of new Set(['root', nodeId ?? '0:1', '0:1', '0:2']))
    raw.send(
      JSON.stringify([
        { type: 201, ops: [{ type: 3, opId: '9:1', id: target, data: { text: 'stolen', objects: 0 } }] },
        { type: 201, ops: [{ type: 5, opId: '9:2', id: target }] },
        { type: 103, event: { kind: 'words' } },
        { type: 100, targetActor: -1, data: { seen: target } },
      ]),
    )
  await until(() => one.room.getOthers().some((other) => other.presence.seen === '0:2'))
  expect(await present(owner, id)).toEqual({ a: note('As it was') })
  expect(told).toEqual([])

  // With the archive the right to change ends for those who have it, too.
  await archiveCanvas(owner, { id })
  await until(() => one.room.getStatus() === 'connected' && one.room.getSelf()?.canWrite === false, 10_000)
  one.leave()
  watching.leave()
})

it('is copied as it is now, also when its campaign has been archived', async () => {
  const { owner, teamId } = await house.workspace()
  const { id: campaignId } = await createCampaign(
    owner,
    parseInput(createCampaign.input, { name: 'Autumn', teamId }),
  )
  const { id } = await createCanvas(
    owner,
    parseInput(createCanvas.input, { name: 'Ideas', teamId, campaignId, objects: { a: note('First') } }),
  )
  const one = await house.enter(owner, id)
  one.map().get('a')!.update({ text: 'As it is now' })
  await until(() => one.room.getStorageStatus() === 'synchronized')
  const copy = { id, name: 'Ideas (copy)' }
  const made = await copyCanvas(owner, copy)
  expect(await kept(owner, made.id)).toEqual({ a: note('As it is now') })
  expect(await readCanvas(owner, made.id)).toMatchObject({ name: 'Ideas (copy)', campaignId })
  await archiveCampaign(owner, { id: campaignId })
  const later = await copyCanvas(owner, copy)
  expect(await readCanvas(owner, later.id)).toMatchObject({ campaignId: null })
  one.leave()
})

it('is brought back to an older state in front of everybody, the present kept first', async () => {
  const { owner, teamId } = await house.workspace()
  const mina = await house.member(owner, 'editor')
  const { id } = await make(owner, teamId, { a: note('First'), b: note('Second') })
  const one = await house.enter(owner, id)
  const two = await house.enter(mina, id)
  await snapshotCanvas(owner, { id, label: 'Before lunch' })
  two.map().delete('a')
  two.map().get('b')!.update({ text: 'Changed' })
  two.map().set('c', new LiveObject(note('Third')))
  await until(() => one.map().has('c') && two.room.getStorageStatus() === 'synchronized')
  const [meant] = await readSnapshots(owner, id)
  expect(meant).toMatchObject({ reason: 'manual', label: 'Before lunch', objects: 2 })
  await restoreCanvas(owner, { id, snapshotId: meant!.id })
  for (const each of [one, two])
    await until(() => JSON.stringify(each.map().toJSON()).includes('First') && !each.map().has('c'))
  expect(await present(owner, id)).toEqual({ a: note('First'), b: note('Second') })
  const list = await readSnapshots(owner, id)
  expect(list.map(({ reason, objects }) => [reason, objects])).toEqual([
    ['restored', 2],
    ['before', 2],
    ['manual', 2],
    ['auto', 2],
  ])
  // And back again.
  await restoreCanvas(owner, { id, snapshotId: list[1]!.id })
  expect(await present(owner, id)).toMatchObject({ b: { text: 'Changed' }, c: { text: 'Third' } })
  one.leave()
  two.leave()
})

it('is one state or the other after two were brought back at once', async () => {
  const { owner, teamId } = await house.workspace()
  const mina = await house.member(owner, 'editor')
  const { id } = await make(owner, teamId, { a: note('First') })
  const one = await house.enter(owner, id)
  one.room.batch(() => {
    one.map().delete('a')
    for (let i = 0; i < 400; i++) one.map().set(`b${i}`, new LiveObject(note('Later')))
  })
  await until(() => one.room.getStorageStatus() === 'synchronized')
  await keeper.round()
  const [later, first] = await readSnapshots(owner, id)
  await Promise.all([
    restoreCanvas(owner, { id, snapshotId: first!.id }),
    restoreCanvas(mina, { id, snapshotId: later!.id }),
  ])
  expect([1, 400]).toContain(Object.keys((await present(owner, id)) ?? {}).length)
  one.leave()
})

it('sends again what of an older state was lost on its way, and says when it could not be brought back whole', async () => {
  const { owner, teamId } = await house.workspace()
  const { id } = await make(owner, teamId, { a: note('First'), b: note('Second'), c: note('Third') })
  const one = await house.enter(owner, id)
  one.room.batch(() => {
    for (const key of ['a', 'b', 'c']) one.map().delete(key)
  })
  await until(() => one.room.getStorageStatus() === 'synchronized')
  const [whole] = await readSnapshots(owner, id)
  const { rooms } = house.app.presence
  const send = rooms.mutateStorage
  /** The library sends the changes in parts and keeps it to itself when one of them is lost. */
  const halfOf: typeof send = (room, change) =>
    send(room, (root) => {
      change(root)
      root.delete('brought')
      ;(root.get('objects') as unknown as LiveObject<{ b?: string }>).delete('b')
    })
  const sent = vi.spyOn(rooms, 'mutateStorage').mockImplementationOnce(halfOf)
  await restoreCanvas(owner, { id, snapshotId: whole!.id })
  expect(sent).toHaveBeenCalledTimes(2)
  expect(Object.keys((await present(owner, id)) ?? {})).toEqual(['a', 'b', 'c'])
  sent.mockImplementation(halfOf)
  expect(await codeOf(restoreCanvas(owner, { id, snapshotId: whole!.id }))).toBe('canvas.half')
  sent.mockRestore()
  one.leave()
})

it.each([
  ['a number', () => 0],
  ['a list', () => new LiveList([])],
  ['an object', () => new LiveObject({ x: new LiveObject(note('Not kept so')) })],
])('can be worked on again after a program has put %s in the place of its objects', async (what, bad) => {
  const { owner, teamId } = await house.workspace()
  const { id } = await make(owner, teamId, { a: note('First') })
  const one = await house.enter(owner, id)
  ;(one.root as unknown as LiveObject<{ objects: number }>).set('objects', bad() as never)
  await until(() => one.room.getStorageStatus() === 'synchronized')
  await keeper.round()
  // An object looks like what it is not, until an older state is brought back.
  if (what === 'an object') {
    const [, first] = await readSnapshots(owner, id)
    await restoreCanvas(owner, { id, snapshotId: first!.id })
  }
  expect(await present(owner, id)).toEqual({ a: note('First') })
  one.leave()
  const again = await house.enter(owner, id)
  again.map().set('b', new LiveObject(note('After')))
  await until(() => again.room.getStorageStatus() === 'synchronized')
  await keeper.round()
  expect(await kept(owner, id)).toMatchObject({ a: { text: 'First' }, b: { text: 'After' } })
  again.leave()
})

it('comes back from its snapshot when the presence server has lost everything', async () => {
  const { owner, teamId } = await house.workspace()
  const { id } = await make(owner, teamId, { a: note('First') })
  const one = await house.enter(owner, id)
  one.map().get('a')!.update({ text: 'Kept' })
  await until(() => one.room.getStorageStatus() === 'synchronized')
  await keeper.round()
  const filled = one.root.get('filled')

  process.kill(house.app.presence.stats().childPid!, 'SIGKILL')
  rmSync(join(house.app.settings.dataDir, 'presence', '.liveblocks'), { recursive: true, force: true })
  await until(() => one.room.getStatus() !== 'connected')
  await until(() => house.app.presence.state() === 'up', 20_000)
  await until(async () => {
    await keeper.round()
    // Until it has asked again, the browser still has the old content.
    return one.root.get('filled') !== filled && one.map()?.get('a')?.get('text') === 'Kept'
  }, 20_000)
  expect(await present(owner, id)).toEqual({ a: note('Kept') })
  expect(await kept(owner, id)).toEqual({ a: note('Kept') })
  // And it can be worked on.
  one.map().set('b', new LiveObject(note('After')))
  await until(() => one.room.getStorageStatus() === 'synchronized')
  await keeper.round()
  expect(await kept(owner, id)).toMatchObject({ b: { text: 'After' } })
  one.leave()
  vi.mocked(console.error).mockClear()
}, 60_000)
