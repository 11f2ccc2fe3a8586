import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { knownMigrations, migrate } from './migrate.ts'

/** What the first release made is brought to this version with everything in it, on the engine of this run. */
let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await testDatabase({ bare: true })
  folder = mkdtempSync(join(tmpdir(), 'hubbub-released-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

/** The migrations as the first release had them. */
function released(): string {
  cpSync(knownMigrations().folder, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }))
  return folder
}

/** Runs statements, answers the rows of the last. */
async function run(statements: string[]): Promise<Record<string, unknown>[]> {
  if (database.url) {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    try {
      let rows: Record<string, unknown>[] = []
      for (const one of statements) rows = (await client.query(one)).rows
      return rows
    } finally {
      await client.end()
    }
  }
  const db = new Database(join(database.dataDir, 'hubbub.db'))
  try {
    db.pragma('foreign_keys = ON')
    const last = statements.at(-1) ?? ''
    for (const one of statements.slice(0, -1)) db.exec(one)
    if (!/^select/i.test(last)) return [{ changes: db.prepare(last).run().changes }]
    return db.prepare(last).all() as Record<string, unknown>[]
  } finally {
    db.close()
  }
}

const OLD = [
  "INSERT INTO workspace (id, slug, name, zone, locale, seq, created_at) VALUES ('w', 'acme', 'Acme', 'UTC', 'en', 7, 1)",
  "INSERT INTO user_account (id, email, name, zone, locale, created_at) VALUES ('u', 'mina@acme.test', '민아', 'Asia/Seoul', 'ko', 1)",
  `INSERT INTO member (id, workspace_id, user_id, name, hue, role, mail_kinds, created_at)
   VALUES ('m', 'w', 'u', '민아', 9, 'editor', '{}', 1)`,
  `INSERT INTO notification (id, workspace_id, member_id, kind, n, subject_id, data, at)
   VALUES ('n', 'w', 'm', 'mention', 5, 'p', '{"by":"Olivia","title":"Spring"}', 2)`,
  `INSERT INTO event (workspace_id, n, at, type, member_id, subject_id, audience, data, request_id)
   VALUES ('w', 7, 3, 'member.joined', 'm', 'm', 'post:read', '{"member":{"id":"m","name":"민아","hue":9,"role":"editor"}}', 'r')`,
]

const team =
  "INSERT INTO team (id, workspace_id, name, kind, zone, locale, country, created_at) VALUES ('t', 'w', 'HQ', 'hq', 'UTC', 'en', 'US', 1)"

const MARKED = [
  team,
  ...[
    ['p1', '["Summer","sale","SUMMER"]'],
    ['p2', '["summer"]'],
    ['p3', '[]'],
  ].map(
    ([id, labels]) =>
      `INSERT INTO post (id, workspace_id, team_id, title, text, media, labels, stage, rank, revision, created_at, updated_at)
       VALUES ('${id}', 'w', 't', 'A post', '', '[]', '${labels}', 'idea', 'a0', 0, 1, 1)`,
  ),
  `INSERT INTO pause (id, workspace_id, scope, value, reason, started_by, started_at)
   VALUES ('s', 'w', 'label', 'Recall', 'A recall', 'm', 4)`,
]

it('makes labels of the words that posts and pauses were marked with', async () => {
  const file = join(database.dataDir, 'hubbub.db')
  await migrate({ file, url: database.url, folder: released() })
  await run([...OLD, ...MARKED])
  await migrate({ file, url: database.url })
  const labels = await run(['SELECT id, lower(name) AS name, hue FROM label ORDER BY lower(name)'])
  expect(labels.map((one) => one.name)).toEqual(['recall', 'sale', 'summer'])
  expect(new Set(labels.map((one) => one.hue)).size).toBe(3)
  const [recall, sale, summer] = labels.map((one) => one.id)
  const posts = await run(['SELECT labels FROM post ORDER BY id'])
  const kept = posts.map(({ labels: ids }) => (typeof ids === 'string' ? JSON.parse(ids) : ids))
  expect(kept).toEqual([[summer, sale], [summer], []])
  expect(await run(['SELECT value FROM pause'])).toEqual([{ value: recall }])
})

const log = (n: number, type: string, data: object) =>
  `INSERT INTO event (workspace_id, n, at, type, audience, data)
   VALUES ('w', ${n}, 3, '${type}', 'post:read', '${JSON.stringify(data)}')`
/** Rows whose reasons are codes as the first release wrote them. */
const REASONED = [
  team,
  `INSERT INTO channel (id, workspace_id, team_id, network, name, handle, remote_id, zone, flow, facts, status, created_at)
   VALUES ('c', 'w', 't', 'practice', 'HQ', 'hq', 'r', 'UTC', '{}', '{}', 'connected', 1)`,
  `INSERT INTO post (id, workspace_id, team_id, title, text, media, labels, stage, rank, revision, created_at, updated_at)
   VALUES ('p', 'w', 't', 'A post', '', '[]', '[]', 'idea', 'a0', 0, 1, 1)`,
  `INSERT INTO variant (id, workspace_id, post_id, channel_id, options, stage, created_at)
   VALUES ('v', 'w', 'p', 'c', '{}', 'idea', 1)`,
  ...['network.rate_limited', 'network.auth_expired', 'content.over_limit', 'approval.missing'].map(
    (reason, i) =>
      `INSERT INTO delivery (id, workspace_id, post_id, variant_id, channel_id, version_hash, due_at, try_at, state, reason, created_at, updated_at)
       VALUES ('d${i}', 'w', 'p', 'v', 'c', 'h', 1, 1, 'cancelled', '${reason}', 1, 1)`,
  ),
  `INSERT INTO person (id, workspace_id, network, remote_id, handle, name, created_at)
   VALUES ('a', 'w', 'practice', 'a', 'ann', 'Ann', 1)`,
  `INSERT INTO conversation (id, workspace_id, team_id, channel_id, person_id, kind, remote_thread, state, priority, closed_reason, last_message_at, last_text, created_at)
   VALUES ('k', 'w', 't', 'c', 'a', 'reply', 'x', 'closed', 'normal', 'no_reply_needed', 1, 'Hi', 1)`,
  ...[
    ['m1', 'in', 'NULL', `'{"reason":"off_topic","note":"다른 얘기"}'`],
    ['m2', 'out', "'network.rate_limited'", 'NULL'],
  ].map(
    ([id, direction, reason, dismissed]) =>
      `INSERT INTO message (id, workspace_id, conversation_id, channel_id, direction, text, media, at, received_at, send_reason, dismissed)
       VALUES ('${id}', 'w', 'k', 'c', '${direction}', 'Hi', '[]', 1, 1, ${reason}, ${dismissed})`,
  ),
  log(1, 'delivery.notSent', { title: '‘network.rate_limited’', because: 'content.media_missing' }),
  log(2, 'delivery.waits', { because: 'network.rate_limited', tryAt: 9 }),
  log(3, 'conversation.closed', { reason: 'handled_elsewhere' }),
  log(4, 'conversation.notSent', { reason: 'network.auth_expired' }),
  // Somebody's own words, however they read.
  log(5, 'pause.started', { pause: { reason: 'off_topic' }, reason: 'off_topic' }),
]

it('writes reasons in camelCase, in what is kept and in the log', async () => {
  const file = join(database.dataDir, 'hubbub.db')
  await migrate({ file, url: database.url, folder: released() })
  await run([...OLD, ...REASONED])
  await migrate({ file, url: database.url })
  const reasons = async (statement: string) => (await run([statement])).map((row) => row.reason)
  expect(await reasons('SELECT reason FROM delivery ORDER BY id')).toEqual([
    'network.rateLimited',
    'network.authExpired',
    'content.overLimit',
    'approval.missing',
  ])
  expect(await reasons('SELECT send_reason AS reason FROM message ORDER BY id')).toEqual([
    null,
    'network.rateLimited',
  ])
  expect(await reasons('SELECT closed_reason AS reason FROM conversation')).toEqual(['noReplyNeeded'])
  const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
  const [dismissed] = await run(["SELECT dismissed FROM message WHERE id = 'm1'"])
  expect(parsed(dismissed?.dismissed)).toEqual({ reason: 'offTopic', note: '다른 얘기' })
  const told = await run(['SELECT data FROM event WHERE n < 6 ORDER BY n'])
  expect(told.map((row) => parsed(row.data))).toEqual([
    { title: '‘network.rate_limited’', because: 'content.mediaMissing' },
    { because: 'network.rateLimited', tryAt: 9 },
    { reason: 'handledElsewhere' },
    { reason: 'network.authExpired' },
    { pause: { reason: 'off_topic' }, reason: 'off_topic' },
  ])
})

const TALK = [
  team,
  `INSERT INTO post (id, workspace_id, team_id, title, text, media, labels, stage, rank, revision, created_at, updated_at)
   VALUES ('p', 'w', 't', 'A post', 'Hello', '[]', '[]', 'idea', 'a0', 0, 1, 1)`,
  `INSERT INTO thread (id, workspace_id, post_id, anchor, resolved_at, resolved_by, created_by, created_at)
   VALUES ('h', 'w', 'p', '{"start":0,"end":5,"quote":"Hello"}', 8, 'm', 'm', 6), ('i', 'w', 'p', NULL, NULL, NULL, 'm', 7)`,
  `INSERT INTO comment (id, workspace_id, thread_id, body, mention_ids, member_id, at)
   VALUES ('c', 'w', 'h', '정말요?', '["m"]', 'm', 6), ('d', 'w', 'i', 'Yes', '[]', 'm', 7)`,
]

it('keeps discussions on posts while room is made for those on canvases', async () => {
  const file = join(database.dataDir, 'hubbub.db')
  await migrate({ file, url: database.url, folder: released() })
  await run([...OLD, ...TALK])
  await migrate({ file, url: database.url })
  const rows = await run([
    `SELECT t.id, t.post_id, t.canvas_id, t.object_id, t.anchor, t.resolved_at, t.created_at, c.body
     FROM thread t JOIN comment c ON c.thread_id = t.id ORDER BY t.id`,
  ])
  const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
  const at = (value: unknown) => (value === null ? null : Number(value))
  expect(
    rows.map((row) => ({
      ...row,
      anchor: parsed(row.anchor),
      resolved_at: at(row.resolved_at),
      created_at: at(row.created_at),
    })),
  ).toEqual([
    {
      ...{ id: 'h', post_id: 'p', canvas_id: null, object_id: null },
      ...{ anchor: { start: 0, end: 5, quote: 'Hello' }, resolved_at: 8, created_at: 6, body: '정말요?' },
    },
    {
      ...{ id: 'i', post_id: 'p', canvas_id: null, object_id: null },
      ...{ anchor: null, resolved_at: null, created_at: 7, body: 'Yes' },
    },
  ])
  // What hangs on a thread still does.
  await expect(
    run([
      `INSERT INTO comment (id, workspace_id, thread_id, body, mention_ids, member_id, at)
       VALUES ('e', 'w', 'nowhere', 'No', '[]', 'm', 8)`,
    ]),
  ).rejects.toThrow()
})

it('brings a database of the first release to this version, with everything in it', async () => {
  const file = join(database.dataDir, 'hubbub.db')
  await migrate({ file, url: database.url, folder: released() })
  await run(OLD)
  let backups = 0
  await migrate({ file, url: database.url, beforeChange: async () => void backups++ })
  expect(backups).toBe(database.url ? 1 : 0)
  const [row] = await run([
    `SELECT m.name, m.role, m.mail_kinds, w.seq, w.origin, n.kind, n.data, n.mail_state, n.mail_id
     FROM member m JOIN workspace w ON w.id = m.workspace_id JOIN notification n ON n.member_id = m.id`,
  ])
  const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
  expect({
    ...row,
    seq: Number(row?.seq),
    data: parsed(row?.data),
    mail_kinds: parsed(row?.mail_kinds),
  }).toEqual({
    name: '민아',
    role: 'editor',
    mail_kinds: {},
    seq: 7,
    origin: null,
    kind: 'mention',
    data: { by: 'Olivia', title: 'Spring' },
    mail_state: null,
    mail_id: null,
  })
  await expect(run(['SELECT hue FROM member'])).rejects.toThrow()
  await migrate({ file, url: database.url })
})
