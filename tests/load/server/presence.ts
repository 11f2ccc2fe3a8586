import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPresence } from '#server/platform/presence/presence.ts'

/** The gateway in a process of its own, as in production: argv is the data directory; tells its parent the ports. */
const presence = createPresence({
  dataDir: process.argv[2]!,
  secret: 'bench',
  log: { info() {}, warn() {}, error: console.error } as never,
  allowOrigin: () => true,
})
const http = createServer((request, response) => presence.middleware(request, response, () => response.end()))
http.on('upgrade', (request, socket, head) => presence.onUpgrade(request, socket, head))
http.listen(0, '127.0.0.1', async () => {
  await presence.rooms.initStorage('bench', { liveblocksType: 'LiveObject', data: {} })
  const { childPid } = presence.stats()
  process.send!({ port: (http.address() as AddressInfo).port, childPid, pid: process.pid })
})
process.on('message', async () => {
  await presence.stop()
  process.exit(0)
})
