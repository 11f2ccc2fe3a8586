import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { testChannel, testPost } from '#tests/support/planned-post.ts'
import { missed } from '../event/missed.ts'
import { readDraft } from './draft.reads.ts'
import { givePen } from './give-pen.ts'
import { PEN_LEASE_MS } from './pen.rules.ts'
import { takePen } from './take-pen.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const NOW = Date.UTC(2031, 0, 1)

it('tells everybody that the pen is free once its holder has gone, and not before', async () => {
  core.setNow(NOW)
  const { owner, teamId } = await core.workspace()
  const [alice, bob] = [await core.member(owner, 'editor'), await core.member(owner, 'editor')]
  const postId = await testPost(alice, teamId, [await testChannel(owner, teamId)])
  await takePen(alice, { postId })
  const { head } = await readDraft(bob, postId)
  const told = async () => {
    const seen = await missed(core.app, bob, head)
    if ('reload' in seen) throw new Error('too far')
    return seen.events.flatMap((one) => ('type' in one && one.type === 'pen.moved' ? [one.data] : []))
  }

  core.setNow(NOW + PEN_LEASE_MS - 1000)
  await takePen(alice, { postId })
  core.setNow(NOW + PEN_LEASE_MS)
  await core.runner.drain()
  expect(await told()).toEqual([])
  core.setNow(NOW + 2 * PEN_LEASE_MS)
  await core.runner.drain()
  expect(await told()).toEqual([{ postId, memberId: null }])
  expect((await readDraft(bob, postId)).pen).toBeNull()

  // Laid down and taken by the next meanwhile: that one is waited for, and once only.
  await takePen(bob, { postId })
  await givePen(bob, { postId, memberId: null })
  await takePen(alice, { postId })
  core.setNow(NOW + 3 * PEN_LEASE_MS)
  await core.runner.drain()
  expect(await told()).toEqual([
    { postId, memberId: null },
    { postId, memberId: bob.memberId },
    { postId, memberId: null },
    { postId, memberId: alice.memberId },
    { postId, memberId: null },
  ])
})
