import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { makePost } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { memberCtx } from '../member/member-ctx.ts'
import { narrowMember } from '../member/narrow-member.ts'
import { removeMember } from '../member/remove-member.ts'
import { createSockets, type Sockets } from './sockets.ts'

let core: TestCore
let http: Server
let sockets: Sockets
let who: Ctx
/** What happens between the reading of somebody's rights and their being let in. */
let meanwhile: () => Promise<unknown>
/** The workspace somebody last wanted to come into. */
let asked: string
beforeAll(async () => {
  core = await testCore()
  http = createServer()
  sockets = createSockets({
    app: core.app,
    http,
    views: [],
    allowOrigin: () => true,
    identify: async (_cookie, slug) => {
      asked = slug
      const ctx = who
      await meanwhile()
      return { ctx, sessionId: 'one' }
    },
    refresh: (ctx) =>
      memberCtx(core.app, { workspaceId: ctx.workspaceId }, { memberId: ctx.memberId ?? '' }, newId()),
    alive: async (ids) => new Set(ids),
    onCut: () => undefined,
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  await sockets.close()
  await core.drop()
})

function connect(auth: object = {}) {
  const { port } = http.address() as AddressInfo
  const options = { transports: ['websocket'], forceNew: true, reconnection: false, auth }
  return io(`http://127.0.0.1:${port}`, options)
}

it('stands on the rights of now, though they changed while it came in', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Berlin')
  who = await core.member(owner, 'editor')
  const memberId = who.memberId ?? ''
  meanwhile = () => narrowMember(owner, { memberId, teamIds: [region] })
  const socket = connect()
  const heard: string[] = []
  socket.on('e', (event: { type?: string }) => heard.push(event.type ?? 'a number'))
  await new Promise<void>((told) => socket.once('grants', told))
  await makePost(owner, teamId)
  await expect.poll(() => heard).toContain('a number')
  expect(heard).not.toContain('post.created')
  socket.disconnect()
})

it('lets nobody stay who was removed while they came in', async () => {
  const { owner } = await core.workspace()
  who = await core.member(owner, 'editor')
  const memberId = who.memberId ?? ''
  meanwhile = () => removeMember(owner, { memberId })
  const socket = connect()
  const why = await new Promise((gone) => socket.once('disconnect', gone))
  expect(why).toBe('io server disconnect')
})

it('hears the log though the last one left while it came in', async () => {
  const { owner, teamId } = await core.workspace()
  who = owner
  meanwhile = async () => undefined
  const first = connect()
  await new Promise<void>((done) => first.once('connect', done))
  const [there] = [...sockets.io.sockets.sockets.values()].slice(-1)
  // After the log is followed for the second one, before it is in.
  let once = true
  sockets.io.use((_socket, next) => {
    if (once) there?.disconnect(true)
    once = false
    setTimeout(next, 50)
  })
  const second = connect()
  const heard: string[] = []
  second.on('e', (event: { type?: string }) => heard.push(event.type ?? 'a number'))
  await new Promise<void>((told) => second.once('head', () => told()))
  await makePost(owner, teamId)
  await expect.poll(() => heard).toContain('post.created')
  second.disconnect()
})

it('takes no more than a hundred of one account, and others as before', async () => {
  const { owner } = await core.workspace()
  const other = await core.member(owner, 'viewer')
  who = owner
  meanwhile = async () => undefined
  const all = Array.from({ length: 110 }, () => connect())
  const fate = (socket: ReturnType<typeof connect>) =>
    new Promise<string>((done) => {
      socket.once('head', () => done('in'))
      socket.once('disconnect', () => done('out'))
      socket.once('connect_error', () => done('out'))
    })
  const fates = await Promise.all(all.map(fate))
  expect(fates.filter((one) => one === 'in')).toHaveLength(100)
  who = other
  const theirs = connect()
  expect(await fate(theirs)).toBe('in')
  theirs.disconnect()
  who = owner
  const extra = connect()
  expect(await fate(extra)).toBe('out')
  for (const one of all) one.disconnect()
  await expect.poll(() => sockets.io.sockets.sockets.size).toBe(0)
  const again = connect()
  expect(await fate(again)).toBe('in')
  again.disconnect()
})

it.each([
  [{ toString: 1 }, ''],
  [{ workspace: 'nested' }, ''],
  [['acme'], ''],
  [7, ''],
  [null, ''],
  ['acme', 'acme'],
])('is ended by nothing that stands where the workspace should: %j', async (workspace, slug) => {
  who = (await core.workspace()).owner
  meanwhile = async () => undefined
  asked = 'nobody'
  const socket = connect({ workspace })
  await new Promise((done) => socket.once('connect', () => done(null)))
  expect(asked).toBe(slug)
  socket.disconnect()
})
