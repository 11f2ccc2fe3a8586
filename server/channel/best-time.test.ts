import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel } from '#tests/support/posts.ts'
import { readBestHours } from './best-time.reads.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('answers for days that there are, and refuses the others', async () => {
  const { owner, teamId } = await core.workspace()
  const channelId = await makeChannel(owner, teamId)
  expect(await readBestHours(owner, '2026-12-01', '2026-12-07')).toMatchObject([{ channelId }])
  for (const [from, to] of [
    ['2026-13-45', '2026-12-01'],
    ['2026-12-01', '2026-02-30'],
    ['0000-00-00', '9999-12-31'],
  ] as const)
    expect(await codeOf(readBestHours(owner, from, to))).toBe('request.invalid')
})
