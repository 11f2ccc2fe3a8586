import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { channel, practiceAccount } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { missed } from '../event/missed.ts'
import { type BlueskyFake, startBlueskyFake } from '../network/bluesky/fake.ts'
import { changeChannel } from './change-channel.ts'
import { readChannels } from './channel.reads.ts'
import { channelSecrets } from './channel-io.ts'
import { connectChannel, reconnectChannel } from './connect-channel.ts'
import { disconnectChannel } from './disconnect-channel.ts'

let core: TestCore
let fake: BlueskyFake
beforeAll(async () => {
  core = await testCore()
  fake = await startBlueskyFake()
})
afterAll(async () => {
  await fake.close()
  await core.drop()
})

const login = (handle: string) => {
  const account =
    fake.state.accounts.find((one) => one.handle === handle) ?? fake.state.addAccount(handle, '')
  return { handle, app_password: account.password, service: fake.url }
}
const connect = (ctx: Ctx, teamId: string, handle: string, fields: object = {}) =>
  perform(ctx, connectChannel, { network: 'bluesky', teamId, fields: { ...login(handle), ...fields } })
const rowOf = async (id: string, workspaceId: string) => {
  const rows = await core.app.store.read.select().from(channel).where(eq(channel.workspaceId, workspaceId))
  return rows.find((row) => row.id === id)!
}

it('connects with what the dialog asks for, keeps the secret sealed, and says nothing of it', async () => {
  const { owner, teamId } = await core.workspace()
  const { id } = await connect(owner, teamId, 'brand.test')
  const row = await rowOf(id, owner.workspaceId)
  expect(row).toMatchObject({ handle: 'brand.test', status: 'connected', zone: 'UTC' })
  expect(row.credentials!.toString('latin1')).not.toContain('pass-brand.test')
  expect(await channelSecrets(core.app, row).read()).toMatchObject({ password: 'pass-brand.test' })
  const elsewhere = { id: 'another', workspaceId: owner.workspaceId }
  expect(() =>
    core.app.vault.open(row.credentials!, `${elsewhere.workspaceId}:another:credentials`),
  ).toThrow()
  const told = JSON.stringify([await readChannels(owner), await missed(core.app, owner, 0)])
  expect(told).toContain('brand.test')
  for (const secret of ['pass-brand.test', '.refresh', '.access']) expect(told).not.toContain(secret)
})

it('goes to no address inside, and names the setting that would allow it', async () => {
  const { owner, teamId } = await core.workspace()
  for (const service of [
    'https://10.0.0.1',
    'https://[::ffff:a9fe:a9fe]',
    'https://2852039166',
    'https://0x0a000001',
  ])
    await expect(connect(owner, teamId, 'inside.test', { service })).rejects.toMatchObject({
      code: 'channel.inside',
      params: { host: expect.any(String) },
    })
})

it('sends no password by plain http to other machines', async () => {
  const { owner, teamId } = await core.workspace()
  for (const service of ['http://pds.example.org', 'http://10.0.0.1', 'http://0x0a000001'])
    await expect(connect(owner, teamId, 'plain.test', { service })).rejects.toMatchObject({
      code: 'channel.plainHttp',
      field: 'fields.service',
    })
})

it.each([
  ['http://pds.example.org', 'channel.plainServer'],
  ['http://10.0.0.7:2583', 'channel.plainServer'],
  ['https://pds.example.org', undefined],
])('connects no account whose documents say that it lives on %s unless it is safe: %s', async (pds, code) => {
  const { owner, teamId } = await core.workspace()
  const handle = `lives-${new URL(pds).host.replaceAll(/\W/g, '-')}-${new URL(pds).protocol.slice(0, -1)}.test`
  const account = fake.state.addAccount(handle, '')
  const service = [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: pds }]
  const session = { did: account.did, handle, accessJwt: 'a', refreshJwt: 'r', didDoc: { service } }
  fake.fail('com.atproto.server.createSession', { status: 200, body: JSON.stringify(session) })
  const refusal = await connect(owner, teamId, handle).then(
    () => undefined,
    (error) => error.code,
  )
  expect(refusal).toBe(code)
  expect(await readChannels(owner)).toHaveLength(code ? 0 : 1)
})

it('refuses a wrong password, a missing field and a network that is not there yet, and keeps nothing', async () => {
  const { owner, teamId } = await core.workspace()
  await expect(connect(owner, teamId, 'wrong.test', { app_password: 'no' })).rejects.toMatchObject({
    code: 'channel.network.authExpired',
  })
  await expect(connect(owner, teamId, 'wrong.test', { app_password: ' ' })).rejects.toMatchObject({
    code: 'channel.fieldMissing',
    field: 'fields.app_password',
  })
  const other = perform(owner, connectChannel, { network: 'tiktok', teamId, fields: {} })
  await expect(other).rejects.toMatchObject({ code: 'channel.notYet' })
  expect(await readChannels(owner)).toEqual([])
})

it('connects an account once; an expired one again in place; never another account in its stead', async () => {
  const { owner, teamId } = await core.workspace()
  const { id } = await connect(owner, teamId, 'once.test')
  await expect(connect(owner, teamId, 'once.test')).rejects.toMatchObject({
    code: 'channel.alreadyConnected',
  })
  await perform(owner, disconnectChannel, { channelId: id })
  expect((await rowOf(id, owner.workspaceId)).credentials).toBeNull()
  expect(await connect(owner, teamId, 'once.test')).toEqual({ id })
  const other = perform(owner, reconnectChannel, { channelId: id, fields: login('other.test') })
  await expect(other).rejects.toMatchObject({ code: 'channel.otherAccount' })
})

it('renews a secret once, however many ask at the same time', async () => {
  const { owner, teamId } = await core.workspace()
  const { id } = await connect(owner, teamId, 'renew.test')
  const row = await rowOf(id, owner.workspaceId)
  let renewals = 0
  const seen = await channelSecrets(core.app, row).read()
  const results = await Promise.all(
    Array.from({ length: 6 }, () =>
      channelSecrets(core.app, row).renew(async (current) => {
        if (current.accessJwt !== seen.accessJwt) return current
        renewals++
        await new Promise((resolve) => setTimeout(resolve, 20))
        return { ...current, accessJwt: 'fresh' }
      }),
    ),
  )
  expect(renewals).toBe(1)
  expect(results.every((one) => one.accessJwt === 'fresh')).toBe(true)
  await expect(channelSecrets(core.app, row).renew(() => Promise.reject(new Error('no')))).rejects.toThrow(
    'no',
  )
  expect((await rowOf(id, owner.workspaceId)).renewingUntil).toBeNull()
})

it('is changed and connected by those who manage channels in the team, nobody else', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const { id } = await connect(owner, teamId, 'hq.test')
  const regional = await core.member(owner, 'manager', { teamIds: [region] })
  const editor = await core.member(owner, 'editor')
  const change = { channelId: id, name: 'Ours', cadence: { min: 2, max: 5 } }
  for (const ctx of [regional, editor])
    await expect(perform(ctx, changeChannel, change)).rejects.toMatchObject({ code: 'request.forbidden' })
  await expect(connect(editor, teamId, 'e.test')).rejects.toMatchObject({ code: 'request.forbidden' })
  await perform(owner, changeChannel, change)
  expect(await readChannels(owner)).toMatchObject([{ name: 'Ours', cadence: { min: 2, max: 5 } }])
  await perform(owner, changeChannel, { channelId: id, cadence: null })
  expect(await readChannels(owner)).toMatchObject([{ cadence: null }])
  const { owner: stranger } = await core.workspace('Other')
  for (const act of [changeChannel, disconnectChannel])
    await expect(perform(stranger, act as typeof changeChannel, { channelId: id })).rejects.toMatchObject({
      code: 'request.notFound',
    })
})

it('makes the account of a practice channel with the channel, or not at all', async () => {
  const { owner, teamId } = await core.workspace()
  const { owner: stranger, teamId: strange } = await core.workspace('Elsewhere')
  const practice = (ctx: Ctx, team: string, handle: string) =>
    perform(ctx, connectChannel, { network: 'practice', teamId: team, fields: { name: 'Ours', handle } })
  const accounts = (ctx: Ctx) =>
    core.app.store.read
      .select({ handle: practiceAccount.handle, id: practiceAccount.id })
      .from(practiceAccount)
      .where(and(eq(practiceAccount.workspaceId, ctx.workspaceId), eq(practiceAccount.kind, 'channel')))
  await expect(practice(owner, strange, 'ours')).rejects.toMatchObject({ code: 'request.notFound' })
  expect(await accounts(owner)).toEqual([])
  const tries = await Promise.allSettled([practice(owner, teamId, 'ours'), practice(owner, teamId, 'ours')])
  expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const [row] = await core.app.store.read
    .select()
    .from(channel)
    .where(eq(channel.workspaceId, owner.workspaceId))
  expect(await accounts(owner)).toEqual([{ handle: 'ours', id: row?.remoteId }])
  expect(await accounts(stranger)).toEqual([])
  await expect(practice(owner, teamId, 'sam_okoye')).rejects.toMatchObject({ code: 'practice.handleTaken' })
})
