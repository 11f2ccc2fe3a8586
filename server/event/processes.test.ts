import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dialect } from '#db/dialect.ts'
import { type Core, composeCore } from '#server/compose.ts'
import { testSettings } from '#tests/support/core.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { people } from '#tests/support/people.ts'
import { createPost } from '../post/create-post.ts'
import { createFeed } from './feed.ts'

// One file has one process; several need PostgreSQL.
describe.skipIf(dialect === 'sqlite')('two processes on one database', () => {
  let database: TestDatabase
  let one: Core
  let other: Core
  beforeAll(async () => {
    database = await testDatabase()
    const settings = testSettings(database.dataDir, database.url)
    one = await composeCore(settings)
    other = await composeCore(settings)
  })
  afterAll(async () => {
    await one.close()
    await other.close()
    await database.drop()
  })

  it('hears at once, in order and without gaps what both write', async () => {
    const { owner, teamId } = await people(one.app).workspace()
    const there = { ...owner, app: other.app, store: other.app.store }
    const heard: number[] = []
    // Looks by itself only every minute: what comes sooner came by the signal.
    const feed = createFeed(other.app, (row) => heard.push(row.n), 60_000)
    const head = await feed.follow(owner.workspaceId)
    const make = (ctx: typeof owner, title: string) =>
      createPost(ctx, createPost.input.parse({ teamId, title }))
    await Promise.all(Array.from({ length: 40 }, (_, i) => make(i % 2 ? owner : there, `Post ${i}`)))
    await expect.poll(() => heard.length, { timeout: 3000 }).toBe(40)
    expect(heard).toEqual(Array.from({ length: 40 }, (_, i) => head + 1 + i))
    feed.stop()
  })

  it('cuts a session everywhere', async () => {
    const ended = new Promise<string>((resolve) => void other.app.signal.on('sessionEnded', resolve))
    one.app.cutSession('a session')
    expect(await ended).toBe('a session')
  })
})
