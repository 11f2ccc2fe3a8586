import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { job as jobTable } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { transact } from '../core/transact.ts'
import { enqueue } from './enqueue.ts'
import { job } from './job.ts'
import { createRunner } from './runner.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('does not let a job that hangs hold up the end; it is taken up again when its lease has ended', async () => {
  const { owner } = await core.workspace()
  let letGo = () => {}
  const begun = vi.fn()
  const hangs = job({
    kind: 'test.hangs',
    payload: z.object({}),
    async run() {
      begun()
      await new Promise<void>((done) => {
        letGo = done
      })
    },
  })
  await transact(owner, async (tx) => void (await enqueue(tx, hangs, {})))
  const runner = createRunner(core.app, [hangs], [])
  runner.start()
  await expect.poll(() => begun.mock.calls.length, { timeout: 20_000 }).toBe(1)
  const before = performance.now()
  await runner.stop(200)
  expect(performance.now() - before).toBeLessThan(10_000)
  const rows = await core.app.store.read.select().from(jobTable)
  expect(rows.find((row) => row.kind === 'test.hangs')).toMatchObject({ state: 'pending', attempts: 1 })
  letGo()
  await runner.stop()
})
