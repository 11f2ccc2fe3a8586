/**
 * The demo board's page from the server, against an equally large static React page rendered in the same run: requests a
 * second on one connection pool.
 */
import { fork } from 'node:child_process'
import autocannon from 'autocannon'
import { median, print, smoke } from './figure.ts'
import { forkServer } from './server/fork-server.ts'

// Short turns side by side: what else the machine does meets both alike.
const SECONDS = smoke ? 1 : 2
const RUNS = smoke ? 1 : 9

const rate = async (url: string, cookie: string): Promise<number> => {
  const { requests, non2xx } = await autocannon({
    url,
    connections: 8,
    duration: SECONDS,
    headers: { cookie },
  })
  if (non2xx) throw new Error(`${non2xx} answers of ${url} were no pages`)
  return requests.average
}

const ours = await forkServer('hubbub', { DEMO: '1' })
const page = `${ours.url}/w/${ours.slug}/board`
const size = (await (await fetch(page, { headers: { cookie: ours.cookie } })).text()).length
const child = fork(new URL('./server/static-react.ts', import.meta.url), {
  env: { ...process.env, SIZE: String(size) },
})
const raw = await new Promise<string>((resolve) => child.once('message', (url) => resolve(String(url))))
await rate(page, ours.cookie)
await rate(raw, '')
const runs: { ours: number; raw: number }[] = []
for (let i = 0; i < RUNS; i++) runs.push({ raw: await rate(raw, ''), ours: await rate(page, ours.cookie) })
print({ name: 'core.page.size', value: size / 1000, unit: 'KB' })
const ratio = (run: { ours: number; raw: number }) => run.ours / run.raw
const middle = median(runs.map(ratio))
const typical = runs.find((run) => ratio(run) === middle)!
print({
  name: 'core.page.rate',
  value: typical.ours,
  unit: 'requests/s',
  limit: typical.raw,
  goal: 0.5,
  sense: 'least',
})
child.kill()
await ours.stop()
process.exit(0)
