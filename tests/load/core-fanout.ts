/**
 * One change on many other sockets: from the POST of the person who makes it to its arrival at each of the others.
 * The limit is Express with Socket.IO alone in the same run; five interleaved runs, the median counts.
 */
import { io, type Socket } from 'socket.io-client'
import { median, print, quantile, smoke } from './figure.ts'
import { type BenchServer, forkServer } from './server/fork-server.ts'

const SOCKETS = smoke ? 50 : 500
const CHANGES = smoke ? 10 : 60
const RUNS = smoke ? 1 : 5
/** A change every so many ms. */
const PACE = 60

async function connect({ url, cookie, slug }: BenchServer): Promise<Socket[]> {
  const sockets: Socket[] = []
  for (let i = 0; i < SOCKETS; i++) {
    const socket = io(url, {
      auth: { workspace: slug },
      extraHeaders: { cookie },
      transports: ['websocket'],
      forceNew: true,
    })
    sockets.push(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
  }
  return sockets
}

async function measure(server: BenchServer, sockets: Socket[]): Promise<number> {
  const times: number[] = []
  let began = 0
  let left = 0
  let arrived = () => {}
  for (const socket of sockets) {
    socket.removeAllListeners('e')
    socket.on('e', () => {
      times.push(performance.now() - began)
      if (--left === 0) arrived()
    })
  }
  for (let i = 0; i < CHANGES; i++) {
    const everyone = new Promise<void>((resolve) => {
      arrived = resolve
    })
    left = SOCKETS
    began = performance.now()
    const answer = await fetch(`${server.url}/w/${server.slug}/act/post.create`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: server.cookie },
      body: JSON.stringify({ teamId: server.teamId, title: `Change ${i} of a title of usual length` }),
    })
    if (!answer.ok) throw new Error(`the change was refused: ${await answer.text()}`)
    await everyone
    await new Promise((resolve) => setTimeout(resolve, PACE))
  }
  return quantile(times, 0.95)
}

const ours = await forkServer('hubbub')
const raw = await forkServer('raw-socket-io')
const ourSockets = await connect(ours)
const rawSockets = await connect(raw)
await measure(raw, rawSockets)
await measure(ours, ourSockets)
const runs: { ours: number; raw: number }[] = []
for (let i = 0; i < RUNS; i++)
  runs.push({ raw: await measure(raw, rawSockets), ours: await measure(ours, ourSockets) })
print({
  name: `core.fanout.${SOCKETS}.p95`,
  value: median(runs.map((run) => run.ours)),
  unit: 'ms',
  limit: median(runs.map((run) => run.raw)),
  goal: 1.5,
})
for (const socket of [...ourSockets, ...rawSockets]) socket.close()
await ours.stop()
await raw.stop()
process.exit(0)
