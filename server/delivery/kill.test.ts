import { afterAll, beforeAll, expect, it } from 'vitest'
import { dialect } from '#db/dialect.ts'
import { type KillHarness, killHarness } from '#tests/support/kill-harness.ts'

let harness: KillHarness
beforeAll(async () => {
  harness = await killHarness()
})
afterAll(() => harness.stop())

const RUNS = 10
/** The seeds go on where the other engine's ended: together they are twenty. */
const FIRST = dialect === 'sqlite' ? 1 : 1 + RUNS

it(`a worker killed ${RUNS} times while it publishes neither loses nor doubles a post`, async () => {
  const runs = []
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) runs.push(await harness.run(seed))
  const bad = runs.filter((run) => run.lost || run.doubled || run.wrong)
  expect(bad).toEqual([])
  // The kills must strike in the middle of the work, or they prove nothing.
  expect(runs.filter((run) => run.at.sending > 0).length).toBeGreaterThanOrEqual(RUNS / 4)
}, 600_000)
