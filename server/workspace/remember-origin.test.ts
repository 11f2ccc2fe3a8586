import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { workspace } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import type { Ctx } from '../core/ctx.ts'
import { originKeeper } from './remember-origin.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('keeps the address of who manages the workspace, of nobody else, and none beside BASE_URL', async () => {
  core.app.settings.baseUrl = undefined
  core.setNow(undefined)
  const { owner } = await core.workspace()
  const editor = await core.member(owner, 'editor')
  const from = (ctx: Ctx, origin: string) => ({ ...ctx, via: { sessionId: 's', origin } })
  const kept = async () => {
    const where = eq(workspace.id, owner.workspaceId)
    return (await core.app.store.read.select({ origin: workspace.origin }).from(workspace).where(where))[0]
      ?.origin
  }
  const keep = originKeeper(core.app)
  await keep(from(editor, 'http://evil.test'))
  expect(await kept()).toBe(null)
  await keep(from(owner, 'http://10.0.0.7:3000'))
  expect(await kept()).toBe('http://10.0.0.7:3000')
  // Within the minute nothing is looked at again.
  await keep(from(owner, 'http://10.0.0.8:3000'))
  expect(await kept()).toBe('http://10.0.0.7:3000')
  core.setNow(Date.now() + 61_000)
  await keep(from(owner, 'http://10.0.0.8:3000'))
  expect(await kept()).toBe('http://10.0.0.8:3000')
  core.app.settings.baseUrl = 'https://hubbub.example.org'
  await originKeeper(core.app)(from(owner, 'http://10.0.0.9:3000'))
  expect(await kept()).toBe('http://10.0.0.8:3000')
})
