import { afterAll, beforeAll, expect, it } from 'vitest'
import { dialect } from '#db/dialect.ts'
import { type KillHarness, killHarness } from '#tests/support/kill-harness.ts'

let harness: KillHarness
beforeAll(async () => {
  harness = await killHarness()
})
afterAll(() => harness.stop())

/** The seeds go on where the other engine's ended. */
const [FIRST, RUNS] = dialect === 'sqlite' ? [1, 20] : [21, 10]

it(`a worker killed ${RUNS} times while it publishes neither loses nor doubles a post`, async () => {
  const runs = []
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) runs.push(await harness.run(seed))
  const bad = runs.filter((run) => run.lost || run.doubled || run.wrong)
  expect(bad).toEqual([])
  // The kills must strike in the middle of the work, or they prove nothing.
  expect(runs.filter((run) => run.at.sending > 0).length).toBeGreaterThanOrEqual(RUNS / 4)
}, 600_000)
