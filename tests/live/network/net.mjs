// Starts PLC, PDS and AppView of Bluesky on the loopback interface, as a child with an IPC channel.
// Environment: NET_POSTGRES (url), REDIS_HOST (host:port), NET_PDS, NET_BSKY, NET_PLC (ports). Sends {ready, url}, then
// answers each message {id, do, ...} with {done: id}; ends when its parent goes.
//   settle           once the view has caught up
//   down, up         the PDS refuses every connection; it listens again, with all that it had
//   strike {put, how} at the put-th record from now on. "lost": it is not stored, the connection breaks and the PDS goes
//                    down; "cut": it is stored, but instead of the answer the same; "silent": stored, never answered
//   struck           once the strike has happened
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

const http = network.pds.server.server
// The stream to the AppView is no request of HTTP any more, so it stays; nobody waits for its end.
function down() {
  http.close()
  http.closeAllConnections()
}
const up = () => new Promise((done) => http.listen(Number(NET_PDS), done))

let strike
http.prependListener('request', (request, response) => {
  if (!strike || !request.url?.startsWith('/xrpc/com.atproto.repo.putRecord')) return
  strike.put -= 1
  if (strike.put !== 0) return
  const { how, happened } = strike
  const answer = () => {
    if (how !== 'silent') down()
    happened()
    return response
  }
  if (how === 'lost') return void answer()
  // The record is committed before the first word of the answer.
  response.write = () => true
  response.end = answer
})

const acts = {
  settle: () => network.processAll(),
  down,
  up,
  strike({ put, how }) {
    strike = { put, how }
    strike.when = new Promise((happened) => {
      strike.happened = happened
    })
  },
  struck: () => strike?.when,
}
process.on('message', async (message) => {
  await acts[message.do](message)
  process.send?.({ done: message.id })
})
process.on('disconnect', () => process.exit())
process.send?.({ ready: true, url: network.pds.url })
