import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { post } from '#db/schema.ts'
import { type TestApi, testApi } from '#tests/support/api.ts'
import type { Ctx } from '../core/ctx.ts'
import { narrowMember } from '../member/narrow-member.ts'
import { removeMember } from '../member/remove-member.ts'
import { revokeToken } from '../token/revoke-token.ts'
import { forgetKeys, KEPT_MS } from './idempotency.ts'

let api: TestApi
let owner: Ctx
let teamId: string
beforeAll(async () => {
  api = await testApi()
  const made = await api.workspace()
  owner = made.owner
  teamId = made.teamId
})
afterAll(() => api.drop())

const posts = async () => {
  const [row] = await owner.store.read
    .select({ n: count() })
    .from(post)
    .where(eq(post.workspaceId, owner.workspaceId))
  return row?.n ?? 0
}

it('ends a token at once when it is revoked or its maker leaves', async () => {
  const first = await api.token(owner)
  expect((await api.call(first.secret, 'GET', '/me')).status).toBe(200)
  await revokeToken(owner, { tokenId: first.id })
  expect((await api.call(first.secret, 'GET', '/me')).status).toBe(401)

  const leaver = await api.member(owner, 'editor')
  const second = await api.token(leaver, ['post:read'])
  expect((await api.call(second.secret, 'GET', '/me')).status).toBe(200)
  await removeMember(owner, { memberId: leaver.memberId ?? '' })
  expect((await api.call(second.secret, 'GET', '/me')).status).toBe(401)
})

it('follows the role of its maker at once', async () => {
  const other = await api.team(owner, 'Iberia')
  const editor = await api.member(owner, 'editor', { teamIds: [other] })
  const { secret } = await api.token(editor, ['post:read', 'post:write'])
  const make = (team: string) => api.call(secret, 'POST', '/posts', { title: 'x', teamId: team })
  expect((await make(teamId)).status).toBe(201)
  await narrowMember(owner, { memberId: editor.memberId ?? '', teamIds: [other] })
  expect((await make(teamId)).status).toBe(403)
  expect((await make(other)).status).toBe(201)
})

it('does nothing beyond its scopes, whatever its maker may', async () => {
  const { secret } = await api.token(owner, ['post:read'])
  expect((await api.call(secret, 'POST', '/posts', { title: 'x', teamId })).status).toBe(403)
  expect((await api.call(secret, 'GET', '/conversations')).status).toBe(403)
  expect((await api.call(secret, 'GET', '/me')).body.everywhere).toEqual(['post:read'])
})

it('makes one post of many calls with one key, even at once', async () => {
  const { secret } = await api.token(owner)
  const before = await posts()
  const body = { title: 'Once', teamId }
  const key = { 'idempotency-key': 'a-key' }
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => api.call(secret, 'POST', '/posts', body, key)),
  )
  expect(new Set(answers.map((one) => one.status))).toEqual(new Set([201]))
  expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1)
  expect(answers.filter((one) => one.headers.get('idempotency-replayed')).length).toBe(11)
  expect(await posts()).toBe(before + 1)

  const changed = await api.call(secret, 'POST', '/posts', { ...body, title: 'Twice' }, key)
  expect(changed).toMatchObject({ status: 409, body: { code: 'api.keyReused' } })
  const second = await api.token(owner)
  expect((await api.call(second.secret, 'POST', '/posts', body, key)).body.id).not.toBe(answers[0]?.body.id)
  const strange = await api.call(secret, 'POST', '/posts', body, { 'idempotency-key': 'a b' })
  expect(strange).toMatchObject({ status: 400, body: { code: 'api.key' } })
})

it('remembers no key of a creation that failed, and none after a day', async () => {
  const { secret } = await api.token(owner)
  const key = { 'idempotency-key': 'later' }
  const failed = await api.call(secret, 'POST', '/posts', { title: 'x', teamId, campaignId: 'none' }, key)
  expect(failed.status).toBe(404)
  const made = await api.call(secret, 'POST', '/posts', { title: 'x', teamId }, key)
  expect(made.status).toBe(201)
  api.setNow(Date.now() + KEPT_MS + 60_000)
  await forgetKeys.run({}, { app: api.app } as Parameters<typeof forgetKeys.run>[1])
  const again = await api.call(secret, 'POST', '/posts', { title: 'x', teamId }, key)
  expect(again.body.id).not.toBe(made.body.id)
  api.setNow(undefined)
})
