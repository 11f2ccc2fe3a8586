/** The canvas: 25 people edit one at once, with cuts and a restart of the presence server, and must end with the same. */
import { fuzzCanvas } from '../support/canvas-fuzz.ts'
import { presenceHarness, until } from '../support/presence-harness.ts'
import { print, smoke } from './figure.ts'

const PEOPLE = smoke ? 5 : 25
const OPERATIONS = smoke ? 200 : 10_000

async function measureConvergence(): Promise<void> {
  const harness = await presenceHarness()
  await until(() => harness.presence.state() === 'up', 30_000)
  // Reconnections are part of it; what the client says about them is not.
  const { warn, error } = console
  console.warn = () => {}
  console.error = () => {}
  const result = await fuzzCanvas(harness, {
    seed: 2026,
    people: PEOPLE,
    operations: OPERATIONS,
    cuts: 20,
    restart: true,
    pauseMs: 50,
  })
  Object.assign(console, { warn, error })
  print({
    name: 'plan.canvas.converged',
    value: Number(result.converged),
    unit: 'of 1',
    goal: 1,
    sense: 'least',
  })
  print({ name: 'plan.canvas.lost', value: result.lost.length, unit: 'objects', goal: 0 })
  print({ name: 'plan.canvas.objects', value: result.objects, unit: 'objects' })
  print({ name: 'plan.canvas.settle', value: result.settleMs, unit: 'ms' })
  await harness.stop()
}

await measureConvergence()
process.exit(0)
