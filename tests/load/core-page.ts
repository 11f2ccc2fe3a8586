/**
 * The demo board's page from the server, against an equally large static React page rendered in the same run: requests a
 * second on one connection pool.
 */
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { median, print, smoke } from './figure.ts'
import { forkServer } from './server/fork-server.ts'

// Short turns side by side: what else the machine does meets both alike.
const SECONDS = smoke ? 1 : 2
const RUNS = smoke ? 1 : 9

/** What a process has used so far, ms; the kernel counts in hundredths of a second. */
function processor(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Pages a second, and ms of processor that each takes. */
async function measure(url: string, cookie: string, pid: number | undefined) {
  const before = processor(pid)
  const { requests, non2xx } = await autocannon({
    url,
    connections: 8,
    duration: SECONDS,
    headers: { cookie },
  })
  if (non2xx) throw new Error(`${non2xx} answers of ${url} were no pages`)
  return { rate: requests.average, cost: (processor(pid) - before) / requests.total }
}

const ours = await forkServer('hubbub', { DEMO: '1' })
const page = `${ours.url}/w/${ours.slug}/board`
const size = (await (await fetch(page, { headers: { cookie: ours.cookie } })).text()).length
const child = fork(new URL('./server/static-react.ts', import.meta.url), {
  env: { ...process.env, SIZE: String(size) },
})
const raw = await new Promise<string>((resolve) => child.once('message', (url) => resolve(String(url))))
const measureOurs = () => measure(page, ours.cookie, ours.child.pid)
const measureRaw = () => measure(raw, '', child.pid)
await measureOurs()
await measureRaw()
type Measured = Awaited<ReturnType<typeof measure>>
const runs: { raw: Measured; ours: Measured }[] = []
for (let i = 0; i < RUNS; i++) runs.push({ raw: await measureRaw(), ours: await measureOurs() })
const ratio = (run: (typeof runs)[number]) => run.ours.rate / run.raw.rate
const middle = median(runs.map(ratio))
const typical = runs.find((run) => ratio(run) === middle)!
print({ name: 'core.page.size', value: size / 1000, unit: 'KB' })
print({
  name: 'core.page.rate',
  value: typical.ours.rate,
  unit: 'requests/s',
  limit: typical.raw.rate,
  goal: 0.5,
  sense: 'least',
})
// Steadier than the rate where others want the processors too.
print({
  name: 'core.page.processor',
  value: median(runs.map((run) => run.ours.cost)),
  unit: 'ms a page',
  limit: median(runs.map((run) => run.raw.cost)),
})
child.kill()
await ours.stop()
process.exit(0)
