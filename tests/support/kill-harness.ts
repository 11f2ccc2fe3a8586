import { and, eq, inArray, notInArray } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { delivery, post, practiceEntry, user } from '#db/schema.ts'
import { composeCore } from '#server/compose.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { publishPostNow } from '#server/delivery/schedule-post.ts'
import { type BlueskyFake, startBlueskyFake } from '#server/network/bluesky/fake.ts'
import { createWorkspace } from '#server/workspace/create-workspace.ts'
import { readDirectory } from '#server/workspace/directory.reads.ts'
import { testSettings } from './core.ts'
import { testDatabase } from './database.ts'
import { blueskyChannel, draftPost, practiceChannel } from './publishing.ts'
import { killWorker, seeded, startWorker, until } from './worker-process.ts'

const PUT = 'com.atproto.repo.putRecord'
/** More than a dead worker's hold and its job's lock last, ms. */
const STEP = 120_000
/** Posts of a run on each network; every third is a thread of three. */
const POSTS = 3

export interface KillRun {
  seed: number
  /** Where the kill struck: deliveries that were planned, being sent, and sent at that moment. */
  at: { planned: number; sending: number; sent: number }
  lost: number
  doubled: number
  /** Neither lost nor doubled, but the ledger or the post says something else. */
  wrong: number
  /** From the restart to the last one sent, ms. */
  recoveryMs: number
}

export interface KillHarness {
  run(seed: number): Promise<KillRun>
  stop(): Promise<void>
}

/**
 * Posts on the practice network and on the fake of Bluesky, sent by a worker that is killed with SIGKILL at a seeded
 * moment: some milliseconds in, or just when the network has stored a part and its answer is on the way. A second
 * worker takes over. The fake lives here and remembers, as networks do.
 */
export async function killHarness(): Promise<KillHarness> {
  const database = await testDatabase()
  const fake = await startBlueskyFake()
  let shift = 0
  const now = () => Date.now() + shift
  const core = await composeCore(testSettings(database.dataDir, database.url), { now })
  const owner = await someone(core.app)
  const { teams } = await readDirectory(owner)
  const teamId = teams[0]?.id ?? ''
  const practice = await practiceChannel(owner, teamId)
  const bluesky = await blueskyChannel(owner, teamId, fake)
  const spawn = () => startWorker(database)
  let alive = await spawn()

  const statesOf = async (ids: string[]) => {
    const rows = await core.app.store.read
      .select({ state: delivery.state })
      .from(delivery)
      .where(and(eq(delivery.workspaceId, owner.workspaceId), inArray(delivery.postId, ids)))
    const count = (state: string) => rows.filter((row) => row.state === state).length
    return { planned: count('planned'), sending: count('sending'), sent: count('sent'), all: rows.length }
  }

  return {
    async run(seed) {
      const random = seeded(seed)
      const texts = new Map<string, string[]>()
      // A run that is tried again says other words than before.
      const tag = newId().slice(-8)
      for (let i = 0; i < POSTS; i++) {
        const name = `run ${seed} ${tag} post ${i}`
        const parts = i % 3 === 2 ? ['a', 'b', 'c'].map((part) => `${name} ${part}`) : [name]
        const id = await draftPost(owner, teamId, [practice, bluesky], parts.join('\n---\n'))
        texts.set(id, parts)
        await perform(owner, publishPostNow, { id })
      }
      const ids = [...texts.keys()]
      const next = spawn()
      const victim = alive
      // Half of the kills strike at any time; the others while a part is stored there and not yet here, or just before.
      const aim = random()
      if (aim < 0.5) {
        const calls = (fake.calls.get(PUT) ?? 0) + Math.floor(random() * 4)
        victim.send({ go: shift })
        await until(() => (fake.calls.get(PUT) ?? 0) >= calls, 5_000)
        fake.fail(PUT, { hang: true, accepted: aim < 0.3 })
        await until(() => (fake.calls.get(PUT) ?? 0) > calls, 3_000)
      } else {
        victim.send({ go: shift })
        await until(async () => (await statesOf(ids)).planned < 2 * POSTS, 5_000)
        await new Promise((resolve) => setTimeout(resolve, random() * 200))
      }
      await killWorker(victim)
      fake.clear()
      const { planned, sending, sent } = await statesOf(ids)
      shift += STEP
      alive = await next
      const began = performance.now()
      alive.send({ go: shift })
      await until(async () => {
        const at = await statesOf(ids)
        return at.sent === at.all
      }, 60_000)
      const recoveryMs = performance.now() - began
      const at = { planned, sending, sent }
      return { seed, at, recoveryMs, ...(await judge(core.app.store, owner, fake, texts)) }
    },
    async stop() {
      await killWorker(alive)
      await core.close()
      await fake.close()
      await database.drop()
    },
  }
}

/** Counts what is missing, there twice, or told wrongly, on both networks. */
async function judge(
  store: Ctx['store'],
  { workspaceId }: Ctx,
  fake: BlueskyFake,
  texts: Map<string, string[]>,
): Promise<Pick<KillRun, 'lost' | 'doubled' | 'wrong'>> {
  const entries = await store.read
    .select({ text: practiceEntry.text })
    .from(practiceEntry)
    .where(eq(practiceEntry.workspaceId, workspaceId))
  const networks = [
    entries.map((row) => row.text),
    [...fake.state.posts.values()].map((one) => one.record.text),
  ]
  let lost = 0
  let doubled = 0
  for (const shown of networks)
    for (const text of [...texts.values()].flat()) {
      const times = shown.filter((one) => one === text).length
      if (times === 0) lost++
      else if (times > 1) doubled++
    }
  const unsaid = await store.read
    .select({ id: post.id })
    .from(post)
    .where(
      and(
        eq(post.workspaceId, workspaceId),
        inArray(post.id, [...texts.keys()]),
        notInArray(post.stage, ['published']),
      ),
    )
  return { lost, doubled, wrong: unsaid.length }
}

async function someone(app: Ctx['app']): Promise<Ctx> {
  const id = newId()
  const row = { id, email: `${id}@example.org`, name: 'Olivia', zone: 'UTC', locale: 'en' as const }
  await app.store.write(async (db) => void (await db.insert(user).values({ ...row, createdAt: app.now() })))
  const company = { name: 'Acme', zone: 'UTC', locale: 'en' as const, country: 'US', demo: false }
  return createWorkspace(app, { userId: id, name: row.name }, company)
}
