import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enter, grant, presenceHarness, until } from '../../../tests/support/presence-harness.ts'
import { startEmbeddedServer } from './embedded-server.ts'

const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a killed child comes back, its state is seen, clients reconnect and lose nothing', async () => {
  const harness = await presenceHarness()
  const states: string[] = []
  harness.presence.onState((state) => states.push(state))
  await until(() => harness.presence.state() === 'up', 15_000)
  const ann = enter(harness.client(grant('ann', 'room')), 'room')
  const bob = enter(harness.client(grant('bob', 'room')), 'room', { page: '/b' })
  await until(() => ann.room.getOthers().length === 1)
  const { root } = await ann.room.getStorage()
  root.set('kept', 1)
  await until(() => ann.room.getStorageStatus() === 'synchronized')

  process.kill(harness.presence.stats().childPid!, 'SIGKILL')
  await until(() => ann.room.getStatus() !== 'connected')
  root.set('offline', 2)
  await until(() => ann.room.getStatus() === 'connected' && ann.room.getOthers().length === 1, 10_000)
  expect(ann.room.getOthers()[0]!.presence).toEqual({ page: '/b' })
  await until(async () => {
    const stored = JSON.stringify(await harness.presence.rooms.readStorage('room'))
    return stored === '{"kept":1,"offline":2}'
  })
  expect(states).toEqual(['up', 'down', 'up'])
  ann.leave()
  bob.leave()
  const child = harness.presence.stats().childPid!
  await harness.stop()
  expect(alive(child)).toBe(false)
  expect(harness.presence.state()).toBe('down')
}, 30_000)

test('one directory has one server', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'presence-test-'))
  const log = { info() {}, warn() {}, error() {} } as never
  const first = startEmbeddedServer({ dataDir, log, onState() {} })
  await until(() => first.state() === 'up', 15_000)
  const second = startEmbeddedServer({ dataDir, log, onState() {} })
  await until(() => second.state() === 'down')
  expect(second.pid()).toBeUndefined()
  await first.stop()
  await until(() => second.state() === 'up', 15_000)
  await second.stop()
  rmSync(dataDir, { recursive: true, force: true })
}, 30_000)

test('when we are killed, the child ends too', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'presence-test-'))
  const module = new URL('./embedded-server.ts', import.meta.url)
  const script = `
    const { startEmbeddedServer } = await import(${JSON.stringify(module.href)})
    const log = { info() {}, warn() {}, error() {} }
    const server = startEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)}, log, onState() {} })
    await server.whenUp(15000)
    process.stdout.write(String(server.pid()))
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)))
  expect(alive(pid)).toBe(true)
  parent.kill('SIGKILL')
  await until(() => !alive(pid), 3_000)
  rmSync(dataDir, { recursive: true, force: true })
}, 30_000)
