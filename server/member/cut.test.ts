import { eq } from 'drizzle-orm'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import { WebSocket as Client } from 'ws'
import { session } from '#db/schema.ts'
import { compose, type Running } from '#server/compose.ts'
import { testSettings } from '#tests/support/core.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { type People, people } from '#tests/support/people.ts'
import type { Ctx } from '../core/ctx.ts'
import { createPost } from '../post/create-post.ts'
import { revokeSession } from '../session/revoke-session.ts'
import { changeRole } from './change-role.ts'
import { narrowMember } from './narrow-member.ts'
import { removeMember } from './remove-member.ts'

/** How long a right may be felt after it was taken, ms. */
const AT_ONCE = 1_000

let database: TestDatabase
let running: Running & People
let owner: Ctx
let teamId: string
const sockets: Socket[] = []
beforeAll(async () => {
  database = await testDatabase()
  const settings = { ...testSettings(database.dataDir, database.url), presence: true }
  const made = await compose(settings, {} as never)
  running = { ...made, ...people(made.app) }
  ;({ owner, teamId } = await running.workspace('Cut'))
  await until(() => running.app.presence.state() === 'up', 20_000)
}, 60_000)
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

async function until(check: () => unknown, ms = AT_ONCE): Promise<void> {
  const end = performance.now() + ms
  while (!check()) {
    if (performance.now() > end) throw new Error(`not so after ${ms} ms: ${check}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function signedIn(ctx: Ctx) {
  const { id, setCookie } = await running.app.sessions.begin(ctx.userId ?? '', {
    userAgent: 'test',
    address: '127.0.0.1',
    secure: false,
  })
  return { id, cookie: setCookie.split(';')[0] ?? '' }
}

/** A person's own socket, over the wire. */
async function connect(ctx: Ctx, headers: Record<string, string> = {}, slug = ctx.workspaceSlug) {
  const { id, cookie } = await signedIn(ctx)
  const heard: { type?: string; n: number }[] = []
  const log = { grants: 0, error: '' }
  const socket = io(running.url, {
    auth: { workspace: slug },
    transports: ['websocket'],
    extraHeaders: { cookie, ...headers },
    forceNew: true,
    reconnection: false,
  })
  sockets.push(socket)
  socket.on('e', (event) => heard.push(event))
  socket.on('grants', () => log.grants++)
  socket.on('connect_error', (error) => {
    log.error = error.message
  })
  await until(() => socket.connected || log.error, 5_000)
  return { socket, sessionId: id, cookie, heard, log }
}

/** A person's presence connection through the real gateway to the real server behind it. */
async function present(ctx: Ctx): Promise<WebSocket & { code?: number }> {
  const { cookie } = await signedIn(ctx)
  const answer = await fetch(`${running.url}/w/${ctx.workspaceSlug}/presence/auth`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ room: `${ctx.workspaceId}:plan` }),
  })
  const { token } = (await answer.json()) as { token: string }
  const query = new URLSearchParams({ roomId: `${ctx.workspaceId}:plan`, tok: token, version: '8' })
  const socket: WebSocket & { code?: number } = new Client(`${running.url.replace('http', 'ws')}/v8?${query}`)
  socket.on('error', () => undefined)
  socket.on('close', (code: number) => {
    socket.code = code
  })
  await until(() => socket.readyState === Client.OPEN, 5_000)
  return socket
}

const newPost = (title: string) => createPost(owner, createPost.input.parse({ teamId, title }) as never)

it('a removed member loses socket and presence within a second, and cannot come back', async () => {
  const editor = await running.member(owner, 'editor')
  const { socket } = await connect(editor)
  const presence = await present(editor)
  await removeMember(owner, { memberId: editor.memberId ?? '' })
  await until(() => !socket.connected)
  await until(() => presence.code !== undefined)
  expect((await connect(editor)).log.error).toBe('signed_out')
})

it('presence ends also for somebody who holds no other socket', async () => {
  const editor = await running.member(owner, 'editor')
  const presence = await present(editor)
  await removeMember(owner, { memberId: editor.memberId ?? '' })
  await until(() => presence.code !== undefined)
})

it('a narrowed member hears no more of other teams within a second, and is told', async () => {
  const editor = await running.member(owner, 'editor')
  const other = await running.team(owner, 'Elsewhere')
  const { heard, log } = await connect(editor)
  await newPost('Before')
  await until(() => heard.some((event) => event.type === 'post.created'))
  await narrowMember(owner, { memberId: editor.memberId ?? '', teamIds: [other] })
  await until(() => log.grants === 1)
  heard.length = 0
  await newPost('Secret')
  await until(() => heard.length > 0)
  expect(heard).toEqual([{ n: expect.any(Number) }])
})

it('a changed role is told, and its presence comes back with other rights', async () => {
  const editor = await running.member(owner, 'editor')
  const { log, socket } = await connect(editor)
  const presence = await present(editor)
  await changeRole(owner, { memberId: editor.memberId ?? '', role: 'viewer' })
  await until(() => log.grants === 1)
  await until(() => presence.code !== undefined)
  expect(socket.connected).toBe(true)
})

it('a revoked session loses its socket within a second; others of the account keep theirs', async () => {
  const editor = await running.member(owner, 'editor')
  const [first, second] = [await connect(editor), await connect(editor)]
  await revokeSession(editor, { sessionId: first.sessionId })
  await until(() => !first.socket.connected)
  expect(second.socket.connected).toBe(true)
})

it('the handshake refuses strangers, other origins and workspaces of others', async () => {
  const stranger = (await running.workspace('Strangers')).owner
  expect((await connect(stranger, {}, owner.workspaceSlug)).log.error).toBe('signed_out')
  expect((await connect(owner, { cookie: 'hubbub_session=forged' })).log.error).toBe('signed_out')
  expect((await connect(owner, { origin: 'https://evil.example' })).log.error).not.toBe('')
  expect((await connect(owner, { origin: running.url })).log.error).toBe('')
})

it('a socket understands only what is listed here', async () => {
  await connect(owner)
  for (const socket of running.sockets?.io.sockets.sockets.values() ?? []) {
    // `after` answers from the log what its member may see (server/event/log.test.ts); `look` reads a view with its
    // permission (server/event/view-watch.ts) and `lookAway` only stops it.
    const names = socket.eventNames().map(String).sort()
    expect(names.filter((name) => !['disconnect', 'error'].includes(name))).toEqual([
      'after',
      'look',
      'lookAway',
    ])
  }
})

it('cuts the sockets of a session that ends by its age', async () => {
  const editor = await running.member(owner, 'editor')
  const { socket, sessionId } = await connect(editor)
  const { socket: other } = await connect(editor)
  await running.app.store.write((db) =>
    db
      .update(session)
      .set({ expiresAt: Date.now() - 1 })
      .where(eq(session.id, sessionId))
      .then(() => undefined),
  )
  await until(() => !socket.connected, 40_000)
  expect(other.connected).toBe(true)
}, 60_000)
