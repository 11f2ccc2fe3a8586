import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import type { Ctx } from '../core/ctx.ts'
import { changeRole } from '../member/change-role.ts'
import { removeMember } from '../member/remove-member.ts'
import { createExpress } from './express-app.ts'
import { originRule } from './origin.ts'

let core: TestCore
let http: Server
beforeAll(async () => {
  core = await testCore()
  http = createServer(createExpress(core.app, {} as never, originRule(undefined), '/nowhere'))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  http.closeAllConnections()
  http.close()
  await core.drop()
})

/** Sends the half of a body; the answer tells how the rest was met. */
async function held(ctx: Ctx, path: string, type: string, body: Buffer) {
  const client = { userAgent: 'test', address: '', secure: false }
  const { setCookie } = await core.app.sessions.begin(ctx.userId ?? '', client)
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`
  const sending = request(`http://${host}/w/${ctx.workspaceSlug}${path}`, {
    method: 'POST',
    headers: {
      origin: `http://${host}`,
      cookie: setCookie.split(';')[0],
      'content-type': type,
      'content-length': body.byteLength,
    },
  })
  const status = new Promise<number | undefined>((resolve, reject) => {
    sending.once('error', reject)
    sending.once('response', (response) => resolve(response.resume().statusCode))
  })
  sending.write(body.subarray(0, 10))
  await new Promise((resolve) => setTimeout(resolve, 300))
  return {
    async finish() {
      // Longer than what is known of who asks is believed.
      await new Promise((resolve) => setTimeout(resolve, 700))
      sending.end(body.subarray(10))
      return status
    },
  }
}

const invite = Buffer.from(JSON.stringify({ email: 'accomplice@example.org', role: 'admin' }))

it('does nothing for who was removed while half of the request was on its way', async () => {
  const { owner } = await core.workspace()
  const admin = await core.member(owner, 'admin')
  const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const [act, upload, table] = await Promise.all([
    held(admin, '/act/member.invite', 'application/json', invite),
    held(admin, '/assets?name=x.png', 'image/png', png),
    held(admin, '/imports?name=x.csv', 'text/csv', Buffer.from('title,text\nhello,world\n')),
  ])
  await removeMember(owner, { memberId: admin.memberId ?? '' })
  expect(await Promise.all([act.finish(), upload.finish(), table.finish()])).toEqual([401, 401, 401])
}, 20_000)

it('knows the role of the end of a request, not of its beginning', async () => {
  const { owner } = await core.workspace()
  const admin = await core.member(owner, 'admin')
  const act = await held(admin, '/act/member.invite', 'application/json', invite)
  await changeRole(owner, { memberId: admin.memberId ?? '', role: 'viewer' })
  expect(await act.finish()).toBe(403)
}, 20_000)
