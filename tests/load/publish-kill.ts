/**
 * A publishing worker killed with SIGKILL at seeded moments, on the practice network and on the fake of Bluesky: how
 * many posts are lost or doubled (none may be), and how long its successor takes to finish what it left.
 */
import { type KillRun, killHarness } from '../support/kill-harness.ts'
import { print, quantile, smoke } from './figure.ts'

const RUNS = smoke ? 3 : Number(process.env.KILL_RUNS ?? 200)

const harness = await killHarness()
const runs: KillRun[] = []
for (let seed = 1001; seed <= 1000 + RUNS; seed++) runs.push(await harness.run(seed))
await harness.stop()
const total = (of: (run: (typeof runs)[number]) => number) => runs.reduce((sum, run) => sum + of(run), 0)
const recovery = runs.map((run) => run.recoveryMs)
print({ name: 'publish.kill.runs', value: RUNS, unit: 'kills' })
print({ name: 'publish.kill.lost', value: total((run) => run.lost), unit: 'posts', goal: 0 })
print({ name: 'publish.kill.doubled', value: total((run) => run.doubled), unit: 'posts', goal: 0 })
print({ name: 'publish.kill.wrong', value: total((run) => run.wrong), unit: 'posts', goal: 0 })
// How often the kill struck while something was being sent: the rest proves little.
print({
  name: 'publish.kill.inFlight',
  value: runs.filter((run) => run.at.sending > 0).length,
  unit: 'kills',
})
print({ name: 'publish.kill.recovery.p50', value: quantile(recovery, 0.5), unit: 'ms' })
print({ name: 'publish.kill.recovery.p95', value: quantile(recovery, 0.95), unit: 'ms' })
