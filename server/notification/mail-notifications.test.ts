import { and, eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { job, member, notification, user, workspace } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts'
import { draftPost, practiceChannel } from '#tests/support/publishing.ts'
import { publishCampaign } from '../bond/publish-campaign.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import type { Ctx } from '../core/ctx.ts'
import { readJobs } from '../job/job.reads.ts'
import { removeMember } from '../member/remove-member.ts'
import { sendMail } from '../platform/mail.ts'
import { changePost } from '../post/change-post.ts'
import { createPost } from '../post/create-post.ts'
import { chooseMail } from './choose-mail.ts'
import { mailNotifications } from './mail-notifications.job.ts'
import { markRead } from './mark-read.ts'
import { BATCH_MS } from './notification-mail.rules.ts'
import { prepareMail } from './prepare-mail.ts'

let core: TestCore
let smtp: MailServer
const start = Date.UTC(2026, 10, 23, 13, 5)
beforeAll(async () => {
  smtp = await startMailServer()
  core = await testCore({
    smtpUrl: smtp.url,
    smtpFrom: 'Hubbub <hubbub@acme.example.org>',
    baseUrl: 'https://hubbub.acme.example.org',
  })
})
beforeEach(async () => {
  core.setNow(start)
  smtp.behave('take')
  smtp.received.length = 0
})
afterAll(async () => {
  await core.drop()
  await smtp.close()
})

/** Somebody who assigns, and somebody who is told. */
async function scene(told: { locale?: 'en' | 'ko'; narrowedTo?: string[] } = {}) {
  const { owner, teamId } = await core.workspace('Acme')
  const region = await core.team(owner, 'Iberia')
  const mina = await core.member(owner, 'editor', { name: 'Mina', teamIds: [region], ...told })
  return { owner, teamId, region, mina }
}

async function assign(by: Ctx, to: Ctx, teamId: string, title: string, more: object = {}) {
  const made = await createPost(
    by,
    createPost.input.parse({ teamId, title, assigneeId: to.memberId, ...more }),
  )
  await core.readers.drain(by.workspaceId)
  return made.id
}

async function at(ms: number): Promise<void> {
  core.setNow(start + ms)
  await core.runner.drain()
}

const jobsOf = (ctx: Ctx) =>
  ctx.store.read
    .select()
    .from(job)
    .where(and(eq(job.workspaceId, ctx.workspaceId), eq(job.kind, mailNotifications.kind)))

/** title -> state, of what was to be mailed. */
async function states(ctx: Ctx) {
  const rows = await ctx.store.read
    .select()
    .from(notification)
    .where(and(eq(notification.workspaceId, ctx.workspaceId), isNotNull(notification.mailState)))
  return Object.fromEntries(rows.map((row) => [row.data.title, row.mailState]))
}

it('gathers five minutes into one message per member, and what comes later into the next', async () => {
  const { owner, teamId, mina } = await scene()
  const first = await assign(owner, mina, teamId, 'Spring <b>sale</b>')
  core.setNow(start + 60_000)
  await assign(owner, mina, teamId, 'Summer\nsale')
  expect(await jobsOf(owner)).toHaveLength(1)
  await at(BATCH_MS - 1)
  expect(smtp.received).toEqual([])
  await at(BATCH_MS)
  expect(smtp.received).toHaveLength(1)
  const [mail] = smtp.received
  expect(mail).toMatchObject({ to: `${mina.userId}@example.org`, subject: '2 new in Acme: 2 assignments' })
  expect(mail?.id).toMatch(/^<[0-9a-f-]{36}@acme\.example\.org>$/)
  const home = `https://hubbub.acme.example.org/w/${owner.workspaceSlug}`
  expect(mail?.header('List-Unsubscribe')).toBe(`<${home}/settings/profile#mail>`)
  expect(mail?.header('Auto-Submitted')).toBe('auto-generated')
  expect(mail?.text).toContain(
    `- Olivia Owner assigned “Spring <b>sale</b>” to you\n  Nov 23, 13:05 UTC\n  ${home}/post/${first}`,
  )
  expect(mail?.text).toContain('assigned “Summer sale” to you')
  expect(mail?.html).toContain(`href="${home}/post/${first}"`)
  expect(mail?.html).toContain('“Spring &lt;b&gt;sale&lt;/b&gt;”')
  expect(mail?.html).not.toContain('<b>')
  expect(await states(owner)).toEqual({ 'Spring <b>sale</b>': 'sent', 'Summer\nsale': 'sent' })

  await assign(owner, mina, teamId, 'Autumn')
  await at(2 * BATCH_MS)
  expect(smtp.received).toHaveLength(2)
  expect(smtp.received[1]?.subject).toBe('1 new in Acme: assignment')
  expect(smtp.received[1]?.id).not.toBe(mail?.id)
})

it('writes in the reader’s language and zone', async () => {
  const { owner, teamId, mina } = await scene({ locale: 'ko' })
  await owner.store.write((db) =>
    db
      .update(user)
      .set({ zone: 'Asia/Seoul' })
      .where(eq(user.id, mina.userId ?? ''))
      .then(() => undefined),
  )
  await assign(owner, mina, teamId, '봄 할인')
  await at(BATCH_MS)
  const [mail] = smtp.received
  expect(mail?.subject).toBe('Acme 새 알림 1개: 담당 지정')
  expect(mail?.text).toContain('Olivia Owner 님이 “봄 할인”의 담당자로 회원님을 지정했어요')
  expect(mail?.text).toContain('11월 23일 오후 10:05')
  expect(mail?.html).toContain('<html lang="ko">')
})

it('tells who leads a region of a campaign that HQ has published to it', async () => {
  const { owner, teamId, region } = await scene()
  const lead = await core.member(owner, 'manager', { name: 'Lucia', narrowedTo: [region] })
  const { id } = await createCampaign(owner, createCampaign.input.parse({ name: 'Winter', teamId }))
  await createPost(owner, createPost.input.parse({ teamId, title: 'First snow', campaignId: id }))
  await publishCampaign(owner, publishCampaign.input.parse({ id, teamIds: [region] }))
  await core.readers.drain(owner.workspaceId)
  await at(BATCH_MS)
  const mail = smtp.received.find(({ to }) => to === `${lead.userId}@example.org`)
  expect(mail?.text).toContain('published the campaign “Winter” to Iberia')
  expect(mail?.text).toContain(`/w/${owner.workspaceSlug}/campaign/${id}`)
})

describe('is not mailed', () => {
  it('what was read in the app meanwhile; the job ends in peace', async () => {
    const { owner, teamId, mina } = await scene()
    await assign(owner, mina, teamId, 'One')
    await assign(owner, mina, teamId, 'Two')
    await markRead(mina, {})
    await assign(owner, mina, teamId, 'Three')
    await at(BATCH_MS)
    expect(smtp.received).toHaveLength(1)
    expect(smtp.received[0]?.text).toContain('Three')
    expect(smtp.received[0]?.text).not.toContain('One')
    await assign(owner, mina, teamId, 'Four')
    await markRead(mina, {})
    await at(2 * BATCH_MS)
    expect(smtp.received).toHaveLength(1)
    expect((await jobsOf(owner)).map(({ state }) => state)).toEqual(['done', 'done'])
  })

  it('a kind that is off, when it happens or by the time it would go', async () => {
    const { owner, teamId, mina } = await scene()
    await chooseMail(mina, { kinds: { assignment: false } })
    await assign(owner, mina, teamId, 'Off')
    expect(await jobsOf(owner)).toEqual([])
    await chooseMail(mina, { kinds: { assignment: true } })
    await assign(owner, mina, teamId, 'Off later')
    await chooseMail(mina, { kinds: { assignment: false } })
    await at(BATCH_MS)
    expect(smtp.received).toEqual([])
    expect(await states(owner)).toEqual({})
  })

  it('a post that the member may not see any more, nor anything to whoever was removed', async () => {
    const { owner, teamId, region, mina } = await scene()
    const bora = await core.member(owner, 'editor', { name: 'Bora' })
    await assign(owner, mina, teamId, 'Of HQ')
    await assign(owner, mina, region, 'Of the region')
    await assign(owner, bora, teamId, 'For who leaves')
    await owner.store.write((db) =>
      db
        .update(member)
        .set({ narrowed: true })
        .where(and(eq(member.workspaceId, owner.workspaceId), eq(member.id, mina.memberId ?? '')))
        .then(() => undefined),
    )
    await removeMember(owner, { memberId: bora.memberId ?? '' })
    await at(BATCH_MS)
    expect(smtp.received.map(({ to }) => to)).toEqual([`${mina.userId}@example.org`])
    expect(smtp.received[0]?.text).toContain('Of the region')
    expect(smtp.received[0]?.text).not.toContain('Of HQ')
  })

  it('anybody of the demo, nor what only the practice audience would read', async () => {
    const { owner, teamId, mina } = await scene()
    const bora = await core.member(owner, 'editor', { name: 'Bora' })
    await owner.store.write((db) =>
      db
        .update(user)
        .set({ email: `bora@${owner.workspaceSlug}.norrow.example` })
        .where(eq(user.id, bora.userId ?? ''))
        .then(() => undefined),
    )
    await assign(owner, bora, teamId, 'For nobody')
    expect(await jobsOf(owner)).toEqual([])
    const channelId = await practiceChannel(
      owner,
      teamId,
      `brand_${owner.workspaceSlug.replaceAll('-', '_')}`,
    )
    const postId = await draftPost(owner, teamId, [channelId])
    await changePost(owner, changePost.input.parse({ id: postId, assigneeId: mina.memberId }))
    await core.readers.drain(owner.workspaceId)
    await at(BATCH_MS)
    expect(smtp.received).toEqual([])
    await owner.store.write((db) =>
      db
        .update(workspace)
        .set({ demo: true })
        .where(eq(workspace.id, owner.workspaceId))
        .then(() => undefined),
    )
    await assign(owner, mina, teamId, 'In the demo')
    expect((await jobsOf(owner)).filter(({ state }) => state === 'pending')).toEqual([])
  })
})

describe('when the mail server', () => {
  it('refuses: tried again as a job that can be seen; what comes meanwhile goes along', async () => {
    const { owner, teamId, mina } = await scene()
    await assign(owner, mina, teamId, 'First')
    smtp.behave('refuse')
    await at(BATCH_MS)
    const { next } = await readJobs(owner)
    const seen = next.find(({ kind }) => kind === 'notification.mail')
    expect(seen).toMatchObject({ attempts: 1, maxAttempts: 12 })
    expect(seen?.lastError).toContain('451')
    expect(seen?.runAt).toBeGreaterThan(core.app.now())
    await assign(owner, mina, teamId, 'Second')
    smtp.behave('take')
    await at(BATCH_MS + 60_000)
    expect(smtp.received.map(({ subject }) => subject)).toEqual(['2 new in Acme: 2 assignments'])
    await at(10 * BATCH_MS)
    expect(smtp.received).toHaveLength(1)
  })

  it('dies after it took the message: the same Message-ID again, and nothing new under it', async () => {
    const { owner, teamId, mina } = await scene()
    await assign(owner, mina, teamId, 'First')
    smtp.behave('takeAndHangUp')
    await at(BATCH_MS)
    expect(await states(owner)).toEqual({ First: 'prepared' })
    await assign(owner, mina, teamId, 'Second')
    smtp.behave('take')
    await at(BATCH_MS + 60_000)
    await at(3 * BATCH_MS)
    const ids = smtp.received.map(({ id }) => id)
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(2)
    expect(
      smtp.received.filter(({ id }) => id === ids[0]).every(({ text }) => !text.includes('Second')),
    ).toBe(true)
    expect(await states(owner)).toEqual({ First: 'sent', Second: 'sent' })
  })
})

it('repeats the same Message-ID after a crash between sending and marking, without what was read since', async () => {
  const { owner, teamId, mina } = await scene()
  await assign(owner, mina, teamId, 'First')
  await assign(owner, mina, teamId, 'Second')
  const [row] = await jobsOf(owner)
  const { mailId } = mailNotifications.payload.parse(row?.payload)
  core.setNow(start + BATCH_MS)
  // What the job does, up to the moment of the crash.
  const prepared = await prepareMail(owner, mina.memberId ?? '', mailId)
  if (!prepared) throw new Error('nothing was prepared')
  await sendMail(core.app.settings, prepared.mail)
  const [{ id } = { id: '' }] = await mina.store.read
    .select({ id: notification.id })
    .from(notification)
    .where(and(eq(notification.workspaceId, owner.workspaceId), eq(notification.mailId, mailId)))
  await markRead(mina, { id })
  await at(BATCH_MS)
  expect(smtp.received).toHaveLength(2)
  expect(smtp.received[1]?.id).toBe(smtp.received[0]?.id)
  expect(smtp.received.map(({ subject }) => subject)).toEqual([
    '2 new in Acme: 2 assignments',
    '1 new in Acme: assignment',
  ])
  await at(10 * BATCH_MS)
  expect(smtp.received).toHaveLength(2)
})

it('queues nothing on a server without mail, and has no link when nobody knows the address', async () => {
  const bare = await testCore()
  try {
    const { owner, teamId } = await bare.workspace('Bare')
    const mina = await bare.member(owner, 'editor', { name: 'Mina' })
    const make = () =>
      createPost(owner, createPost.input.parse({ teamId, title: 'A post', assigneeId: mina.memberId }))
    await make()
    await bare.readers.drain(owner.workspaceId)
    expect(await jobsOf(owner)).toEqual([])
    bare.app.settings.smtpUrl = smtp.url
    await make()
    await bare.readers.drain(owner.workspaceId)
    bare.setNow(Date.now() + BATCH_MS)
    await bare.runner.drain()
    expect(smtp.received).toHaveLength(1)
    expect(smtp.received[0]?.subject).toBe('1 new in Bare: assignment')
    expect(smtp.received[0]?.text).not.toContain('http')
    expect(smtp.received[0]?.html).not.toContain('href')
    expect(smtp.received[0]?.text).toContain('Open Bare at the address you know')
    expect(smtp.received[0]?.header('List-Unsubscribe')).toBeUndefined()
  } finally {
    await bare.drop()
  }
})

it('is not tried again when the mailbox refuses for good; a person sees why', async () => {
  const { owner, teamId, mina } = await scene()
  smtp.behave('refuseForGood')
  await assign(owner, mina, teamId, 'Never')
  await at(BATCH_MS)
  expect(await jobsOf(owner)).toMatchObject([{ state: 'parked', attempts: 1 }])
  const { parked } = await readJobs(owner)
  expect(parked).toMatchObject([
    { kind: mailNotifications.kind, lastError: expect.stringMatching(/550.*no such mailbox/) },
  ])
  // What comes later is a message of its own.
  smtp.behave('take')
  await assign(owner, mina, teamId, 'Later')
  await at(3 * BATCH_MS)
  expect(smtp.received.map(({ text }) => /Never/.test(text))).toEqual([false])
})
