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
beforeAll(async () => {
  core = await testCore()
  http = createServer()
  sockets = createSockets({
    app: core.app,
    http,
    views: [],
    allowOrigin: () => true,
    identify: async () => {
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

function connect() {
  const { port } = http.address() as AddressInfo
  return io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true, reconnection: false })
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
