import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildOnce } from '#server/start.ts'
import { type DebianServers, freePort, startDebianServers } from './debian-servers.ts'
import { type ProductProcess, startProduct } from './product-process.ts'
import { type Ear, Visitor } from './visitor.ts'

/** Two web processes and two workers, as an operator starts them, on a real PostgreSQL and a real Redis. */
let servers: DebianServers
let database: pg.Client
let one: ProductProcess
let two: ProductProcess
let workers: ProductProcess[]
const dataDir = mkdtempSync(join(tmpdir(), 'hubbub-scaled-'))
const owner = new Visitor()
const account = { email: 'olivia@example.org', password: 'a sentence to keep in mind' }
const ears: Ear[] = []
let teamId: string

beforeAll(async () => {
  buildOnce()
  servers = await startDebianServers()
  const start = async (role: string) =>
    startProduct({
      ROLE: role,
      PORT: String(await freePort()),
      DATA_DIR: join(dataDir, role),
      DATABASE_URL: servers.postgresUrl,
      REDIS_URL: `redis://${servers.redisHost}`,
      APP_SECRET: 'the same secret for every process of it',
      METRICS_TOKEN: 'a token for the figures',
    })
  one = await start('web')
  two = await start('web')
  workers = await Promise.all([start('worker'), start('worker')])
  database = new pg.Client({ connectionString: servers.postgresUrl })
  await database.connect()
  // The second process has made the link anew: only the newest opens.
  const facts = { kind: 'company', company: 'Acme', name: 'Olivia', zone: 'UTC', locale: 'en' }
  await owner.submit(two.setupLink ?? '', { ...facts, ...account })
  const { rows } = await database.query<{ id: string }>("select id from team where kind = 'hq'")
  teamId = rows[0]?.id ?? ''
})
afterAll(async () => {
  for (const ear of ears) ear.close()
  await database?.end()
  await Promise.all([one, two, ...(workers ?? [])].map((process) => process?.kill()))
  await servers?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function listen(who: Visitor, url: string): Promise<Ear> {
  const ear = await who.listen(url)
  ears.push(ear)
  return ear
}
const post = (url: string, title: string) => owner.act(url, 'post.create', { teamId, title })
const made = (title: string) => (event: Ear['events'][number]) =>
  event.type === 'post.created' && event.data.post.title === title

test('what is done at one process is heard at the other at once', async () => {
  const ear = await listen(owner, two.url)
  await post(one.url, 'before')
  await ear.hears(made('before'))
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    await post(one.url, `post ${i}`)
    times.push(await ear.hears(made(`post ${i}`)))
  }
  // The feed also looks by itself each second: at once means that the signal came.
  expect(times.sort((a, b) => a - b)[2]).toBeLessThan(150)
  expect(ear.events.map(({ n }) => n)).toEqual([...ear.events].map(({ n }) => n).sort((a, b) => a - b))
})

test('a worker answers for its health and figures, and nothing else', async () => {
  const { url } = workers[0] ?? one
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ database: 'up' })
  const authorization = 'Bearer a token for the figures'
  expect((await fetch(`${url}/metrics`, { headers: { authorization } })).status).toBe(200)
  for (const path of ['/', '/sign-in', `/w/${owner.slug}/board`, '/api/v1/posts', '/assets/x.js'])
    expect((await owner.read(`${url}${path}`)).status, path).toBe(404)
  await expect(owner.listen(url)).rejects.toThrow()
})

test('background work is done once, whoever does it', async () => {
  const ear = await listen(owner, one.url)
  const fields = { name: 'Brand', handle: 'brand' }
  const { id: channelId } = await owner.act(two.url, 'channel.connect', {
    network: 'practice',
    teamId,
    fields,
    approval: 'none',
  })
  await owner.act(two.url, 'practice.storm', { channelId, messages: 80, seconds: 4, negative: 7 })
  await ear.hears(({ type }) => type === 'practice.stormStopped', 30_000)
  const said = await database.query("select id from practice_entry where key like 'storm:%'")
  expect(said.rowCount).toBe(80)
  const taken = async () =>
    (await database.query("select distinct remote_id from message where direction = 'in'")).rowCount
  await expect.poll(taken, { timeout: 10_000 }).toBe(80)
  const all = await database.query("select 1 from message where direction = 'in'")
  expect(all.rowCount).toBe(80)
  const again = await database.query("select kind, attempts from job where state = 'done' and attempts > 1")
  expect(again.rows).toEqual([])
})

test('a session that is ended is cut off at every process', async () => {
  const phone = new Visitor()
  phone.slug = owner.slug
  await phone.submit(`${one.url}/sign-in`, account)
  phone.slug = owner.slug
  const there = [await listen(phone, one.url), await listen(phone, two.url)]
  const own = await listen(owner, one.url)
  await owner.act(two.url, 'session.revoke', { others: true })
  expect(Math.max(...(await Promise.all(there.map((ear) => ear.isCut()))))).toBeLessThan(1_000)
  expect(own.connected).toBe(true)
  await expect(phone.act(one.url, 'post.create', { teamId, title: 'x' })).rejects.toThrow('401')
})

test('limits are shared', async () => {
  const stranger = new Visitor()
  const answers: number[] = []
  for (let i = 0; i < 34; i++) {
    const form = { email: `nobody-${i}@example.org`, password: 'wrong password' }
    answers.push((await stranger.submit(`${i % 2 ? one.url : two.url}/sign-in`, form)).status)
  }
  // 30 in five minutes, of which one was the sign-in above.
  expect(answers.filter((status) => status === 401)).toHaveLength(29)
  expect(answers.slice(29)).toEqual([429, 429, 429, 429, 429])
})

test('when Redis dies work goes on, is heard, and sessions are still cut everywhere', async () => {
  const ear = await listen(owner, two.url)
  servers.killRedis()
  await post(one.url, 'without Redis')
  expect(await ear.hears(made('without Redis'))).toBeLessThan(1_500)
  await post(one.url, 'still')
  expect(await ear.hears(made('still'))).toBeLessThan(1_500)
  const { rows } = await database.query<{ user_id: string }>('select user_id from session limit 1')
  expect(rows).toHaveLength(1)
  // Signing in is over its limit in Redis, not in the process itself, which counts from the beginning.
  const phone = new Visitor()
  const { status } = await phone.submit(`${one.url}/sign-in`, account)
  expect(status).toBe(302)
  phone.slug = owner.slug
  const there = await listen(phone, two.url)
  await owner.act(one.url, 'session.revoke', { others: true })
  expect(await there.isCut()).toBeLessThan(1_500)
})

test('when a web process dies the other goes on, and the workers too', async () => {
  const ear = await listen(owner, two.url)
  await one.kill('SIGKILL')
  await post(two.url, 'alone')
  await ear.hears(made('alone'))
  const { rows } = await database.query<{ id: string }>("select id from channel where network = 'practice'")
  const channelId = rows[0]?.id ?? ''
  const before = ear.events.length
  await owner.act(two.url, 'practice.storm', { channelId, messages: 5, seconds: 1 })
  await ear.hears(
    (event) => ear.events.indexOf(event) >= before && event.type === 'practice.stormStopped',
    20_000,
  )
})

test('a process that is told to stop finishes and goes without an error', async () => {
  const worker = workers.pop()
  await worker?.kill('SIGTERM')
  expect(worker?.words()).not.toMatch(/"level":(50|60)/)
})
