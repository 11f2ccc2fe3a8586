import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { presenceKey, signPresenceToken, unsignedToken } from '#server/platform/presence/token.ts'
import { smoke } from './figure.ts'

/**
 * How long a cursor takes to the others, through the gateway and straight to the embedded server, in one run: the
 * second is the limit of the first. Each person sends at `HZ`; every delivery is measured.
 */
const HZ = 20
const SECONDS = smoke ? 1 : 5
const key = presenceKey('bench')

type Figures = { p50: number; p95: number; p99: number; delivered: number }

async function measure(people: number, address: (uid: string) => string): Promise<Figures> {
  const times: number[] = []
  const sockets = await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const socket = new WebSocket(address(`u${index}`))
      await new Promise((resolve, reject) => {
        socket.once('open', resolve)
        socket.once('error', reject)
      })
      socket.on('message', (data) => {
        const now = performance.now()
        for (const [, sent] of data.toString().matchAll(/"t":([\d.]+)/g)) times.push(now - Number(sent))
      })
      return socket
    }),
  )
  await pause(500)
  times.length = 0
  let sent = 0
  const timers = sockets.map((socket, index) => {
    const send = () => {
      sent += 1
      const cursor = { surface: 'board', x: index * 10, y: Math.round(performance.now()) % 1000 }
      socket.send(JSON.stringify([{ type: 100, data: { cursor, t: performance.now() } }]))
    }
    let timer: NodeJS.Timeout | undefined
    const start = setTimeout(() => (timer = setInterval(send, 1000 / HZ)), (index * 1000) / HZ / people)
    return () => {
      clearTimeout(start)
      clearInterval(timer)
    }
  })
  await pause(SECONDS * 1000)
  for (const stop of timers) stop()
  await pause(500)
  for (const socket of sockets) socket.close()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    delivered: times.length / (sent * (people - 1)),
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const round = (value: number) => Math.round(value * 100) / 100
const memoryMb = (pid: number) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
const cpuSeconds = (pid: number) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** The loopback port of the embedded server, from the kernel: the gateway rightly tells nobody. */
function portOf(pid: number): number {
  const inodes = new Set<string>()
  for (let fd = 3; fd < 200; fd++) {
    try {
      const inode = /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1]
      if (inode) inodes.add(inode)
    } catch {}
  }
  const rows = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n').slice(1)
  const row = rows
    .map((line) => line.trim().split(/\s+/))
    .find((cells) => cells[3] === '0A' && inodes.has(cells[9]!))
  return Number.parseInt(row![1]!.split(':')[1]!, 16)
}

const dataDir = mkdtempSync(join(tmpdir(), 'presence-bench-'))
const server = fork(new URL('./server/presence.ts', import.meta.url), [dataDir])
const { port, childPid, pid } = await new Promise<{ port: number; childPid: number; pid: number }>(
  (resolve) => server.once('message', (message) => resolve(message as never)),
)
const direct = portOf(childPid)
const token = (uid: string) =>
  signPresenceToken(key, { uid, rooms: ['bench'], write: true, name: uid, at: Date.now() })
const url = (at: number, tok: string) => `ws://127.0.0.1:${at}/v8?roomId=bench&tok=${tok}&version=3.24.2`

function print(name: string, value: number, unit: string, limit?: number, goal?: number) {
  const ratio = limit === undefined ? undefined : round(value / limit)
  const ok = goal === undefined ? undefined : value <= goal
  process.stdout.write(
    `${JSON.stringify({ name, value: round(value), unit, limit: limit && round(limit), ratio, goal, ok })}\n`,
  )
}

print('core.presence.idle.child', memoryMb(childPid), 'MB')
for (const people of smoke ? [2] : [2, 25, 50]) {
  const raw = await measure(people, (uid) => url(direct, unsignedToken(token(uid))))
  const before = [cpuSeconds(pid), cpuSeconds(childPid)]
  const ours = await measure(people, (uid) => url(port, token(uid)))
  const name = `core.presence.${people}`
  print(`${name}.p50`, ours.p50, 'ms', raw.p50)
  print(`${name}.p95`, ours.p95, 'ms', raw.p95, 16.7)
  print(`${name}.p99`, ours.p99, 'ms', raw.p99)
  print(`${name}.delivered`, ours.delivered * 100, '%', raw.delivered * 100)
  print(`${name}.cpu.gateway`, ((cpuSeconds(pid) - before[0]!) / (SECONDS + 1)) * 100, '% of a core')
  print(`${name}.cpu.child`, ((cpuSeconds(childPid) - before[1]!) / (SECONDS + 1)) * 100, '% of a core')
}
print('core.presence.after.gateway', memoryMb(pid), 'MB')
print('core.presence.after.child', memoryMb(childPid), 'MB')
server.send('stop')
await new Promise((resolve) => server.once('exit', resolve))
rmSync(dataDir, { recursive: true, force: true })
