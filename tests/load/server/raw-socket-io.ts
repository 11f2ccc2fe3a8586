/** The limit of fan-out: Express and Socket.IO alone, one message to every socket for each POST. */
import { createServer } from 'node:http'
import express from 'express'
import { Server } from 'socket.io'

const app = express()
const http = createServer(app)
const io = new Server(http, { serveClient: false, perMessageDeflate: false })
app.post('*', express.json(), (request, response) => {
  io.emit('e', { n: 1, at: Date.now(), type: 'post.created', data: request.body })
  response.json({})
})
http.listen(0, () => {
  const address = http.address()
  const port = typeof address === 'object' && address ? address.port : 0
  process.send?.({ url: `http://localhost:${port}`, cookie: '', slug: 'bench', teamId: 'none' })
})
process.on('message', () => process.exit(0))
// Nobody is left to serve once the benchmark has ended, however it ended.
process.on('disconnect', () => process.exit(1))
