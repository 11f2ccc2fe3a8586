import type { AddressInfo } from 'node:net'
import { and, eq, sql } from 'drizzle-orm'
import express from 'express'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { event, post, workspace } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { makePost, rowOf, setPost } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput } from '../core/verb.ts'
import { createFeed, revokeFeed } from '../feed/create-feed.ts'
import { narrowMember } from '../member/narrow-member.ts'
import { removeMember } from '../member/remove-member.ts'
import { LIMITS } from '../platform/rate-limit.ts'
import { archivePost } from '../post/archive-post.ts'
import { changePost } from '../post/change-post.ts'
import { reschedulePost } from '../post/reschedule-post.ts'
import { saveView } from '../view/save-view.ts'
import { feedRouter } from './feed-route.ts'

let core: TestCore
let base: string
let close: () => void
beforeAll(async () => {
  core = await testCore()
  core.setNow(Date.parse('2026-03-20T12:00Z'))
  const server = express().use('/calendar', feedRouter(core.app)).listen(0)
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
})
afterAll(async () => {
  close()
  await core.drop()
})

const planned = async (ctx: Ctx, teamId: string, title: string, local = '2026-04-02T09:00') => {
  const { id } = await makePost(ctx, teamId, { title })
  await setPost(ctx, id, { sendLocal: local, sendZone: 'UTC', sendAt: Date.parse(`${local}Z`) })
  return id
}
const path = (feed: { path: string }, more = '') => base + feed.path + more
const eventsOf = async (path: string) =>
  new ICAL.Component(ICAL.parse(await (await fetch(base + path)).text()))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))

describe('GET /calendar/:secret.ics', () => {
  it('answers as calendars ask: its type, a head without a body, 304 while nothing changed', async () => {
    const { owner, teamId } = await core.workspace()
    const id = await planned(owner, teamId, '설날 🫖')
    const { path } = await createFeed(owner, { teamId: null })
    const first = await fetch(base + path)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('referrer-policy')).toBe('no-referrer')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]+"$/)
    const head = await fetch(base + path, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, tag, ''])
    for (const known of [tag, `W/${tag}`, `"old", ${tag}`, '*']) {
      const again = await fetch(base + path, { headers: { 'If-None-Match': known } })
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, ''])
    }
    await changePost(owner, { id, title: '추석' })
    expect((await fetch(base + path, { headers: { 'If-None-Match': tag } })).status).toBe(200)
  })

  it('does not make a feed anew that nothing touched, and does when something did', async () => {
    const { owner, teamId } = await core.workspace()
    const id = await planned(owner, teamId, 'Counted')
    const { path } = await createFeed(owner, { teamId: null })
    const first = (await fetch(base + path)).headers.get('etag') ?? ''
    const again = async (to = path) =>
      (await fetch(base + to, { headers: { 'If-None-Match': first } })).status
    // What no verb did is seen by whoever reads posts: nobody does here.
    await owner.store.write((db) =>
      db
        .update(post)
        .set({ title: 'Unseen' })
        .where(and(eq(post.workspaceId, owner.workspaceId), eq(post.id, id))),
    )
    expect(await again()).toBe(304)
    await saveView(owner, parseInput(saveView.input, { name: 'Mine', query: 'q=tea' }))
    expect(await again()).toBe(304)
    const head = await fetch(base + path, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag')]).toEqual([200, first])
    // Another text of the same address has another tag, and another day another range.
    expect(await again(`${path}?campaigns=no`)).toBe(200)
    await changePost(owner, { id, title: 'Seen' })
    expect(await again()).toBe(200)
    const before = (await fetch(base + path)).headers.get('etag') ?? ''
    core.setNow(Date.parse('2026-06-20T12:00Z'))
    const later = await fetch(base + path, { headers: { 'If-None-Match': before } })
    expect([later.status, (await later.text()).includes('BEGIN:VEVENT')]).toEqual([200, false])
    core.setNow(Date.parse('2026-03-20T12:00Z'))
  })

  it('is read again when a restored backup has made the log shorter', async () => {
    const { owner, teamId } = await core.workspace()
    const id = await planned(owner, teamId, 'Before the backup')
    const { path } = await createFeed(owner, { teamId: null })
    await changePost(owner, { id, title: 'After the backup' })
    const tag = (await fetch(base + path)).headers.get('etag') ?? ''
    await owner.store.write(async (db) => {
      await db
        .update(post)
        .set({ title: 'Before the backup' })
        .where(and(eq(post.workspaceId, owner.workspaceId), eq(post.id, id)))
      await db
        .update(workspace)
        .set({ seq: sql`${workspace.seq} - 1` })
        .where(eq(workspace.id, owner.workspaceId))
      await db
        .delete(event)
        .where(and(eq(event.workspaceId, owner.workspaceId), eq(event.type, 'post.changed')))
    })
    const again = await fetch(base + path, { headers: { 'If-None-Match': tag } })
    expect([again.status, (await again.text()).includes('Before the backup')]).toEqual([200, true])
  })

  it('keeps from whoever lost a team what they had, whatever tag they show', async () => {
    const { owner, teamId } = await core.workspace()
    const berlin = await core.team(owner, 'Berlin')
    const mina = await core.member(owner, 'viewer')
    await planned(owner, teamId, 'Of HQ')
    await planned(owner, berlin, 'Of Berlin')
    const all = await createFeed(mina, { teamId: null })
    const hq = await createFeed(mina, { teamId })
    const tags = await Promise.all(
      [all, hq].map(async ({ path }) => (await fetch(base + path)).headers.get('etag') ?? ''),
    )
    await narrowMember(owner, { memberId: mina.memberId ?? '', teamIds: [berlin] })
    const known = { 'If-None-Match': tags.join(', ') }
    for (const asks of [path(all), path(all, '?campaigns=no'), path(all, '?campaigns=no&campaigns=')]) {
      const answer = await fetch(asks, { headers: known })
      expect([answer.status, (await answer.text()).includes('Of HQ')]).toEqual([200, false])
    }
    const head = await fetch(path(all), { method: 'HEAD', headers: known })
    expect([head.status, tags.includes(head.headers.get('etag') ?? '')]).toEqual([200, false])
    for (const method of ['GET', 'HEAD'])
      expect((await fetch(path(hq), { method, headers: { 'If-None-Match': '*' } })).status).toBe(404)
    await removeMember(owner, { memberId: mina.memberId ?? '' })
    expect((await fetch(path(all), { headers: { 'If-None-Match': '*' } })).status).toBe(404)
  })

  it('moves what is moved and leaves out what is archived or has no time', async () => {
    const { owner, teamId } = await core.workspace()
    const id = await planned(owner, teamId, 'Moved')
    const gone = await planned(owner, teamId, 'Gone')
    const { path } = await createFeed(owner, { teamId: null })
    const before = (await eventsOf(path)).find(({ uid }) => uid.startsWith(id))
    core.setNow(Date.parse('2026-03-20T12:10Z'))
    const { sendLocal, sendZone } = await rowOf(owner, id)
    await reschedulePost(owner, {
      id,
      from: { sendLocal, sendZone },
      to: { local: '2026-04-09T18:30', zone: 'Asia/Seoul' },
      confirmed: false,
    })
    await archivePost(owner, { id: gone })
    const [after, ...others] = await eventsOf(path)
    expect(others).toEqual([])
    expect(after?.uid).toBe(before?.uid)
    expect(after?.startDate.toString()).toBe('2026-04-09T09:30:00Z')
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY)
    await reschedulePost(owner, {
      id,
      from: { sendLocal: '2026-04-09T18:30', sendZone: 'Asia/Seoul' },
      to: null,
      confirmed: false,
    })
    expect(await eventsOf(path)).toEqual([])
  })

  it('tells a program that asks without end when to come back', async () => {
    const { owner } = await core.workspace()
    const { path, id } = await createFeed(owner, { teamId: null })
    for (let n = 0; n < LIMITS['feed.one'].points; n++) await core.app.limits.take('feed.one', id)
    const answer = await fetch(base + path)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('answers an ended address like one that never was', async () => {
    const { owner, teamId } = await core.workspace('Secret name')
    await planned(owner, teamId, 'Secret post')
    const { id, path } = await createFeed(owner, { teamId: null })
    await revokeFeed(owner, { feedId: id })
    const answers = await Promise.all(
      [path, `/calendar/${'a'.repeat(43)}.ics`, '/calendar/short.ics', path.replace('.ics', '')].map(
        async (one) => {
          const response = await fetch(base + one)
          const headers = [...response.headers].filter(([name]) => name !== 'date')
          return JSON.stringify([response.status, headers, await response.text()])
        },
      ),
    )
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^\[404,/)
    expect(answers[0]).not.toContain('Secret')
  })
})
