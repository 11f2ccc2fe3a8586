import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { delivery, job } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { setPost } from '#tests/support/posts.ts'
import {
  deliveriesOf,
  draftPost,
  postRow,
  practiceChannel,
  practiceTexts,
} from '#tests/support/publishing.ts'
import { decideApproval } from '../approval/decide-approval.ts'
import { submitPost } from '../approval/submit-post.ts'
import { withdrawPost } from '../approval/withdraw-post.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import { disconnectChannel } from '../channel/disconnect-channel.ts'
import { readHead } from '../core/at-head.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { missed } from '../event/missed.ts'
import { archivePost } from '../post/archive-post.ts'
import { readDraft } from '../post/draft.reads.ts'
import { editPost } from '../post/edit-post.ts'
import { reschedulePost } from '../post/reschedule-post.ts'
import { readLedger, readPostDeliveries, readWaiting } from './delivery.reads.ts'
import { dropDelivery } from './drop-delivery.ts'
import { startPause, stopPause } from './pause-publishing.ts'
import { retryDelivery } from './retry-delivery.ts'
import { publishPostNow, schedulePost } from './schedule-post.ts'
import { sweepDeliveries } from './sweep-deliveries.job.ts'
import { unschedulePost } from './unschedule-post.ts'

const MINUTE = 60_000
const NOON = Date.parse('2027-03-10T12:00:00Z')
const at = (local: string) => ({ local: `2027-03-10T${local}`, zone: 'UTC' })

let core: TestCore
let owner: Ctx
let teamId: string
let free: string
beforeAll(async () => {
  core = await testCore()
})
beforeEach(async () => {
  core.setNow(NOON)
  const made = await core.workspace()
  owner = made.owner
  teamId = made.teamId
  free = await practiceChannel(owner, teamId)
})
afterEach(() => core.setNow(undefined))
afterAll(() => core.drop())

const say = (ctx: Ctx) => practiceTexts(core, ctx.workspaceId)
const pass = async (minutes: number) => {
  core.setNow(core.app.now() + minutes * MINUTE)
  await core.runner.drain()
}
const line = async (id: string) => (await readPostDeliveries(owner, id)).map((one) => one.line)

describe('a scheduled post', () => {
  it('goes out at its minute, once, and is published', async () => {
    const id = await draftPost(owner, teamId, [free], 'Good morning')
    await perform(owner, schedulePost, { id, at: at('12:30') })
    expect(await postRow(core, owner, id)).toMatchObject({
      stage: 'scheduled',
      sendLocal: '2027-03-10T12:30',
    })
    await pass(29)
    expect(await say(owner)).toEqual([])
    await pass(1)
    await core.runner.drain()
    expect(await say(owner)).toEqual(['Good morning'])
    expect((await postRow(core, owner, id)).stage).toBe('published')
    expect(await line(id)).toEqual([{ said: 'sent', at: NOON + 30 * MINUTE }])
    const seen = await missed(core.app, owner, 0)
    const types = 'events' in seen ? seen.events.map((one) => ('type' in one ? one.type : '')) : []
    expect(types).toEqual(expect.arrayContaining(['post.scheduled', 'delivery.sent']))
    for (const verb of [schedulePost, publishPostNow, unschedulePost])
      await expect(perform(owner, verb as typeof schedulePost, { id })).rejects.toMatchObject({ status: 409 })
  })

  it('sends what the database says at its slot, and a thread part by part', async () => {
    const id = await draftPost(owner, teamId, [free], 'one\n---\ntwo\n --- \n\nthree')
    await perform(owner, publishPostNow, { id })
    await pass(0)
    expect(await say(owner)).toEqual(['one', 'two', 'three'])
  })

  it('asks about the past and about less than five minutes', async () => {
    const id = await draftPost(owner, teamId, [free])
    const ask = (local: string, confirmed = false) =>
      perform(owner, schedulePost, { id, at: at(local), confirmed })
    await expect(ask('11:59')).rejects.toMatchObject({ code: 'post.timePast' })
    await expect(ask('12:04')).rejects.toMatchObject({ code: 'post.timeSoon' })
    await ask('12:04', true)
    await ask('09:00', true)
    await pass(0)
    expect(await say(owner)).toEqual(['Hello'])
  })

  it('takes the next valid minute of a skipped hour, and says so', async () => {
    const id = await draftPost(owner, teamId, [free])
    const when = { local: '2027-03-28T02:30', zone: 'Europe/Berlin' }
    const answer = await perform(owner, schedulePost, { id, at: when })
    expect(answer).toMatchObject({ notice: 'skippedHour', sendAt: Date.parse('2027-03-28T01:00:00Z') })
  })

  it('is refused without text, channel, time, or over the limit', async () => {
    const refused = async (id: string, code: string, input = {}) =>
      expect(perform(owner, schedulePost, { id, at: at('13:00'), ...input })).rejects.toMatchObject({ code })
    await refused(await draftPost(owner, teamId, [free], ''), 'post.missing.text')
    await refused(await draftPost(owner, teamId, []), 'post.missing.channel')
    await refused(await draftPost(owner, teamId, [free], 'x'.repeat(501)), 'delivery.tooLong')
    await refused(await draftPost(owner, teamId, [free]), 'post.missing.sendTime', { at: undefined })
    const { id: gone } = await perform(owner, disconnectChannel, { channelId: free })
    await refused(await draftPost(owner, teamId, [gone]), 'delivery.notConnected')
  })

  it('can be moved and taken back; a slot moved to the future does not fire at the old time', async () => {
    const id = await draftPost(owner, teamId, [free])
    await perform(owner, schedulePost, { id, at: at('12:30') })
    const from = { sendLocal: '2027-03-10T12:30', sendZone: 'UTC' }
    await perform(owner, reschedulePost, { id, from, to: at('12:10') })
    await perform(owner, reschedulePost, {
      id,
      from: { ...from, sendLocal: '2027-03-10T12:10' },
      to: at('14:00'),
    })
    await pass(45)
    expect(await say(owner)).toEqual([])
    await perform(owner, unschedulePost, { id })
    expect((await postRow(core, owner, id)).stage).toBe('draft')
    await pass(120)
    expect(await say(owner)).toEqual([])
    expect(await line(id)).toEqual([])
    await perform(owner, schedulePost, { id, at: at('15:00') })
    await pass(20)
    expect(await say(owner)).toEqual(['Hello'])
  })

  it('never gets a second live slot, whoever asks at the same time', async () => {
    const id = await draftPost(owner, teamId, [free])
    await Promise.allSettled([
      ...[20, 30, 40].map((m) => perform(owner, schedulePost, { id, at: at(`12:${m}`) })),
      ...[1, 2].map(() => perform(owner, publishPostNow, { id })),
    ])
    await pass(60)
    expect(await say(owner)).toEqual(['Hello'])
    expect((await deliveriesOf(core, owner, id)).filter((row) => row.state !== 'cancelled')).toHaveLength(1)
  })

  it('is scheduled by those who may, in their team', async () => {
    const region = await core.team(owner, 'Iberia')
    const id = await draftPost(owner, teamId, [free])
    const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
    const editor = await core.member(owner, 'editor')
    const stranger = (await core.workspace('Other')).owner
    for (const ctx of [regional, stranger])
      await expect(perform(ctx, schedulePost, { id, at: at('13:00') })).rejects.toMatchObject({ status: 404 })
    await expect(perform(editor, publishPostNow, { id })).rejects.toMatchObject({ code: 'request.forbidden' })
    await perform(editor, schedulePost, { id, at: at('13:00') })
    const [slot] = await readPostDeliveries(owner, id)
    for (const verb of [retryDelivery, dropDelivery])
      await expect(perform(stranger, verb, { id: slot?.id ?? '' })).rejects.toMatchObject({ status: 404 })
    expect(await readPostDeliveries(stranger, id)).toEqual([])
    expect(await readLedger(regional, { from: 0, to: NOON * 2 })).toEqual([])
  })
})

describe('without its approval', () => {
  let strict: string
  let writer: Ctx
  beforeEach(async () => {
    strict = await practiceChannel(owner, teamId, 'strict', 'required')
    writer = await core.member(owner, 'editor')
  })
  const approve = async (id: string) => {
    await perform(writer, submitPost, { postId: id })
    const { variants } = await readDraft(owner, id)
    const on = variants.map((one) => ({ variantId: one.id, hash: one.hash }))
    await perform(owner, decideApproval, { postId: id, kind: 'approve', on })
  }

  it('nothing is scheduled and nothing is published', async () => {
    const id = await draftPost(writer, teamId, [strict])
    const schedule = () => perform(owner, schedulePost, { id, at: at('13:00') })
    await expect(schedule()).rejects.toMatchObject({ code: 'stage.submitFirst' })
    await expect(perform(owner, publishPostNow, { id })).rejects.toMatchObject({ code: 'stage.submitFirst' })
    await perform(writer, submitPost, { postId: id })
    await expect(schedule()).rejects.toMatchObject({ code: 'stage.approveFirst' })
    await pass(120)
    expect(await say(owner)).toEqual([])
  })

  it('an edit after approval keeps it from going out: expired, with the reason', async () => {
    const id = await draftPost(writer, teamId, [strict], 'Approved words')
    await approve(id)
    await perform(writer, schedulePost, { id, at: at('13:00') })
    const { revision: base } = await postRow(core, owner, id)
    await perform(writer, editPost, { postId: id, base, text: 'Other words' })
    await pass(60)
    expect(await say(owner)).toEqual([])
    expect(await line(id)).toEqual([{ said: 'not_sent', because: 'approval.voided' }])
    const [slot] = await readWaiting(owner)
    await expect(perform(owner, retryDelivery, { id: slot?.id ?? '' })).rejects.toMatchObject({
      code: 'delivery.notApproved',
    })
  })

  it('taken back to draft it does not go out, though its words are still approved', async () => {
    const id = await draftPost(writer, teamId, [strict])
    await approve(id)
    await perform(writer, schedulePost, { id, at: at('13:00') })
    await perform(writer, withdrawPost, { postId: id })
    await pass(61)
    expect(await say(owner)).toEqual([])
  })

  it('approved, it goes out', async () => {
    const id = await draftPost(writer, teamId, [strict], 'Yes')
    await approve(id)
    await perform(writer, schedulePost, { id, at: at('13:00') })
    await pass(60)
    expect(await say(owner)).toEqual(['Yes'])
  })
})

describe('a pause', () => {
  it('holds what it covers, fires nothing when it ends, and leaves a list', async () => {
    const region = await core.team(owner, 'Iberia')
    const ours = await draftPost(owner, teamId, [free], 'Ours')
    const theirs = await draftPost(owner, region, [free], 'Theirs')
    for (const id of [ours, theirs]) await perform(owner, schedulePost, { id, at: at('12:30') })
    const { id } = await perform(owner, startPause, { scope: 'team', value: teamId, reason: 'A crisis' })
    await pass(31)
    expect(await say(owner)).toEqual(['Theirs'])
    expect(await line(ours)).toEqual([{ said: 'not_sent', because: 'publishing.paused' }])
    const [held] = await readWaiting(owner)
    await expect(perform(owner, retryDelivery, { id: held?.id ?? '' })).rejects.toMatchObject({
      code: 'delivery.paused',
    })
    expect(await perform(owner, stopPause, { id })).toEqual({ id, held: 1 })
    await pass(10)
    expect(await say(owner)).toEqual(['Theirs'])
    await perform(owner, retryDelivery, { id: held?.id ?? '' })
    await pass(0)
    expect(await say(owner)).toEqual(['Theirs', 'Ours'])
  })

  it('of a region’s campaign is told at once to another region that has a post in it, and to no third', async () => {
    const [iberia, berlin, seoul] = [
      await core.team(owner, 'Iberia'),
      await core.team(owner, 'Berlin'),
      await core.team(owner, 'Seoul'),
    ]
    const made = createCampaign.input.parse({ name: 'Siesta', teamId: iberia })
    const { id: campaignId } = await perform(owner, createCampaign, made)
    const theirs = await draftPost(owner, berlin, [free], 'Joined')
    await setPost(owner, theirs, { campaignId })
    const [jonas, jiwoo] = [
      await core.member(owner, 'editor', { narrowedTo: [berlin] }),
      await core.member(owner, 'editor', { narrowedTo: [seoul] }),
    ]
    const head = await readHead(owner)
    const { id } = await perform(owner, startPause, { scope: 'campaign', value: campaignId, reason: 'Rain' })
    await perform(owner, stopPause, { id })
    const heard = async (who: Ctx) => {
      const log = await missed(core.app, who, head)
      return 'events' in log ? log.events.flatMap((one) => ('type' in one ? [one.type] : [])) : []
    }
    expect(await heard(jonas)).toEqual(['pause.reached', 'pause.reached'])
    expect(await heard(jiwoo)).toEqual([])
  })

  it('needs the permission for its scope, and what was held can be moved or dropped', async () => {
    const region = await core.team(owner, 'Iberia')
    const regional = await core.member(owner, 'manager', { narrowedTo: [region] })
    const reason = 'Quiet'
    await expect(perform(regional, startPause, { scope: 'workspace', reason })).rejects.toMatchObject({
      code: 'request.forbidden',
    })
    await perform(regional, startPause, { scope: 'team', value: region, reason })
    const [move, drop] = [
      await draftPost(owner, region, [free], 'Move'),
      await draftPost(owner, region, [free], 'Drop'),
    ]
    for (const id of [move, drop]) await perform(owner, schedulePost, { id, at: at('12:30') })
    await pass(31)
    const from = { sendLocal: '2027-03-10T12:30', sendZone: 'UTC' }
    await perform(owner, reschedulePost, { id: move, from, to: at('16:00') })
    const waiting = await readWaiting(owner)
    expect(waiting.map((one) => one.title)).toEqual(['Drop'])
    await perform(owner, dropDelivery, { id: waiting[0]?.id ?? '' })
    expect(await postRow(core, owner, drop)).toMatchObject({ stage: 'draft' })
    const ledger = await readLedger(owner, { from: NOON, to: NOON + 86_400_000 })
    expect(
      ledger.map(({ title, line }) => [title, line.said, 'because' in line ? line.because : '']),
    ).toEqual([
      ['Move', 'not_sent', 'publishing.paused'],
      ['Drop', 'not_sent', 'publishing.paused'],
      ['Move', 'due', null],
    ])
  })
})

describe('after a stop of the server', () => {
  it('a little late is sent, too late is held, and a lost job is found by the sweep', async () => {
    const [soon, late] = [
      await draftPost(owner, teamId, [free], 'Soon'),
      await draftPost(owner, teamId, [free], 'Late'),
    ]
    await perform(owner, schedulePost, { id: late, at: at('12:10') })
    await perform(owner, schedulePost, { id: soon, at: at('13:00') })
    await core.app.store.write((db) =>
      db
        .delete(job)
        .where(eq(job.workspaceId, owner.workspaceId))
        .then(() => undefined),
    )
    await pass(61 + 10)
    expect(await say(owner)).toEqual([])
    const run = { app: core.app, workspaceId: null, attempt: 1, lastAttempt: false, requestId: 'r' }
    await sweepDeliveries.run({}, { ...run, extend: async () => {}, stopping: () => false })
    await core.runner.drain()
    expect(await say(owner)).toEqual(['Soon'])
    expect(await line(late)).toEqual([{ said: 'not_sent', because: 'delivery.late' }])
  })
})

it('holds what a restored backup would send a second time, until somebody sends it', async () => {
  const id = await draftPost(owner, teamId, [free], 'Out before')
  await perform(owner, schedulePost, { id, at: at('12:10') })
  await core.app.store.write((db) =>
    db
      .update(delivery)
      .set({ reason: 'delivery.restored' })
      .where(eq(delivery.workspaceId, owner.workspaceId))
      .then(() => undefined),
  )
  await pass(11)
  expect(await say(owner)).toEqual([])
  expect(await line(id)).toEqual([{ said: 'not_sent', because: 'delivery.restored' }])
  const [row] = await core.app.store.read
    .select()
    .from(delivery)
    .where(eq(delivery.workspaceId, owner.workspaceId))
  await perform(owner, retryDelivery, { id: row?.id ?? '' })
  await core.runner.drain()
  expect(await say(owner)).toEqual(['Out before'])
})

describe('a post with a slot that is in review again', () => {
  it('neither leaves the calendar nor the board while the slot would still fire', async () => {
    const reviewed = await practiceChannel(owner, teamId, 'reviewed', 'required')
    const writer = await core.member(owner, 'editor', { name: 'Alice' })
    const id = await draftPost(writer, teamId, [reviewed], 'Approved')
    const approve = async () => {
      const { variants } = await readDraft(owner, id)
      const on = variants.map((one) => ({ variantId: one.id, hash: one.hash }))
      await perform(owner, decideApproval, { postId: id, kind: 'approve', on })
    }
    await perform(writer, submitPost, { postId: id })
    await approve()
    await perform(writer, schedulePost, { id, at: at('12:30') })
    const { revision } = (await readDraft(writer, id)).post
    await perform(writer, editPost, { postId: id, base: revision, text: 'Edited' })
    const { sendLocal, sendZone, stage } = await postRow(core, owner, id)
    expect(stage).toBe('in_review')
    const off = { id, from: { sendLocal, sendZone }, to: null }
    await expect(perform(writer, reschedulePost, off)).rejects.toMatchObject({
      code: 'post.scheduledNeedsTime',
    })
    await expect(perform(writer, archivePost, { id })).rejects.toMatchObject({ code: 'post.scheduled' })
    await perform(writer, withdrawPost, { postId: id })
    await perform(writer, reschedulePost, off)
    await perform(writer, submitPost, { postId: id })
    await approve()
    await pass(60)
    expect(await say(owner)).toEqual([])
  })
})

describe('who may schedule but not publish', () => {
  const refused = { code: 'post.nowNeedsPublish', status: 403 }
  let editor: Ctx
  beforeEach(async () => {
    editor = await core.member(owner, 'editor', { teamIds: [teamId] })
  })
  const move = async (ctx: Ctx, id: string, local: string) => {
    const { sendLocal, sendZone } = await postRow(core, owner, id)
    return perform(ctx, reschedulePost, { id, from: { sendLocal, sendZone }, to: at(local), confirmed: true })
  }

  it('sends nothing at once by choosing a time that has passed', async () => {
    const id = await draftPost(editor, teamId, [free], 'Early')
    for (const local of ['11:59', '12:00'])
      await expect(
        perform(editor, schedulePost, { id, at: at(local), confirmed: true }),
      ).rejects.toMatchObject(refused)
    // A time for an idea sends nothing, so it may lie in the past; scheduling it there may not.
    await move(editor, id, '11:00')
    await expect(perform(editor, schedulePost, { id, confirmed: true })).rejects.toMatchObject(refused)
    await perform(editor, schedulePost, { id, at: at('13:00') })
    await expect(move(editor, id, '11:59')).rejects.toMatchObject(refused)
    await pass(1)
    expect(await say(owner)).toEqual([])
    await move(owner, id, '11:59')
    await pass(0)
    expect(await say(owner)).toEqual(['Early'])
  })

  it('gives what was held another time, and leaves sending it now to who may publish', async () => {
    const id = await draftPost(editor, teamId, [free], 'Held')
    await perform(editor, schedulePost, { id, at: at('12:30') })
    const stop = await perform(owner, startPause, { scope: 'workspace', value: '', reason: 'A storm' })
    await pass(31)
    await perform(owner, stopPause, { id: stop.id })
    const [held] = await readWaiting(editor)
    await expect(perform(editor, retryDelivery, { id: held?.id ?? '' })).rejects.toMatchObject(refused)
    await expect(move(editor, id, '12:10')).rejects.toMatchObject(refused)
    await move(editor, id, '13:30')
    await pass(60)
    expect(await say(owner)).toEqual(['Held'])
  })
})
