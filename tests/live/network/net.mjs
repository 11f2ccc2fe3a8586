// Starts PLC, PDS and AppView of Bluesky on the loopback interface, as a child with an IPC channel.
// Environment: NET_POSTGRES (url), REDIS_HOST (host:port), NET_PDS, NET_BSKY, NET_PLC (ports). Sends {ready, url}; answers
// "settle" with "settled" once the view has caught up; ends when its parent goes.
import net from 'node:net'
import process from 'node:process'

const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  const [first] = args
  if (typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))) {
    if (typeof args[1] === 'string') args[1] = '127.0.0.1'
    else args.splice(1, 0, '127.0.0.1')
  } else if (first && typeof first === 'object' && 'port' in first) {
    args[0] = { ...first, host: '127.0.0.1' }
  }
  return listen.apply(this, args)
}

const { TestNetwork } = await import('@atproto/dev-env')
const { NET_POSTGRES, NET_PDS, NET_BSKY, NET_PLC } = process.env
const network = await TestNetwork.create({
  dbPostgresUrl: NET_POSTGRES,
  dbPostgresSchema: 'hubbub_live',
  pds: { port: Number(NET_PDS), hostname: 'localhost', rateLimitsEnabled: true },
  bsky: { port: Number(NET_BSKY), publicUrl: `http://localhost:${NET_BSKY}` },
  plc: { port: Number(NET_PLC) },
})
process.on('message', async (message) => {
  if (message === 'settle') await network.processAll().then(() => process.send?.('settled'))
})
process.on('disconnect', () => process.exit())
process.send?.({ ready: true, url: network.pds.url })
