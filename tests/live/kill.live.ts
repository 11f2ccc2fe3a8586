import type { ChildProcess } from 'node:child_process'
import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { delivery } from '#db/schema.ts'
import { connectChannel } from '#server/channel/connect-channel.ts'
import { type Core, composeCore } from '#server/compose.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { publishPostNow } from '#server/delivery/schedule-post.ts'
import { testSettings } from '../support/core.ts'
import { testDatabase } from '../support/database.ts'
import { people } from '../support/people.ts'
import { draftPost, postRow } from '../support/publishing.ts'
import { killWorker, seeded, startWorker, until } from '../support/worker-process.ts'
import { type BlueskyNetwork, blueskyNetwork } from './bluesky-network.ts'

/** A worker process is killed with SIGKILL while it publishes to the real network, and another takes over. */
const HANDLE = 'killed.test'
/** More than a dead worker's hold and its job's lock last, ms. */
const STEP = 120_000
const RUNS = [1, 2, 3, 4]

let network: BlueskyNetwork
let database: Awaited<ReturnType<typeof testDatabase>>
let core: Core
let owner: Ctx
let teamId: string
let channelId: string
let alive: ChildProcess
let shift = 0

beforeAll(async () => {
  network = await blueskyNetwork()
  const { appPassword } = await network.join(HANDLE)
  database = await testDatabase()
  const settings = testSettings(database.dataDir, database.url)
  core = await composeCore(settings, { now: () => Date.now() + shift })
  ;({ owner, teamId } = await people(core.app).workspace())
  const fields = { service: network.url, handle: HANDLE, app_password: appPassword }
  const input = { network: 'bluesky' as const, teamId, fields, approval: 'none' as const }
  channelId = (await perform(owner, connectChannel, input)).id
  alive = await startWorker(database)
})
afterAll(async () => {
  if (alive) await killWorker(alive)
  await core?.close()
  await database?.drop()
})

async function statesOf(ids: string[]): Promise<string[]> {
  const rows = await core.app.store.read
    .select({ state: delivery.state })
    .from(delivery)
    .where(and(eq(delivery.workspaceId, owner.workspaceId), inArray(delivery.postId, ids)))
  return rows.map(({ state }) => state)
}

test.each(RUNS)('run %i: none is lost, none doubled', async (seed) => {
  const random = seeded(seed)
  const texts = new Map<string, string[]>()
  for (const name of ['one', 'two', 'three']) {
    const said = `run ${seed}, ${name}`
    const parts = name === 'three' ? ['a', 'b', 'c'].map((part) => `${said} ${part}`) : [said]
    const id = await draftPost(owner, teamId, [channelId], parts.join('\n---\n'))
    texts.set(id, parts)
    await perform(owner, publishPostNow, { id })
  }
  const ids = [...texts.keys()]
  const next = startWorker(database)
  // Half of the kills strike when the network has stored a post and its answer never comes, the others at any moment.
  if (seed % 2) {
    const { struck } = await network.strike(1 + Math.floor(random() * 5), 'silent')
    alive.send({ go: shift })
    await Promise.race([struck, new Promise((resolve) => setTimeout(resolve, 10_000))])
  } else {
    alive.send({ go: shift })
    await until(async () => (await statesOf(ids)).some((state) => state !== 'planned'), 10_000)
    await new Promise((resolve) => setTimeout(resolve, random() * 250))
  }
  await killWorker(alive)
  const at = (await statesOf(ids)).sort().join(', ')
  shift += STEP
  alive = await next
  alive.send({ go: shift })
  await until(async () => (await statesOf(ids)).every((state) => state === 'sent'), 30_000)
  process.stdout.write(`run ${seed} was killed at: ${at}\n`)
  expect(await statesOf(ids)).toEqual(['sent', 'sent', 'sent'])
  const stored = await network.stored(HANDLE)
  const all = [...texts.values()].flat()
  expect(all.map((text) => stored.filter((one) => one.text === text).length)).toEqual(all.map(() => 1))
  const [a, b, c] = ['a', 'b', 'c'].map((part) =>
    stored.find((one) => one.text === `run ${seed}, three ${part}`),
  )
  expect([b?.reply?.parent.uri, c?.reply?.parent.uri, c?.reply?.root.uri]).toEqual([a?.uri, b?.uri, a?.uri])
  for (const id of ids) expect((await postRow(core, owner, id)).stage).toBe('published')
})
