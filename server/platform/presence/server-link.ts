import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { CLOSE_FRAME, clientFrame, createFrameCutter, PING, PONG, TEXT } from './frame-cutter.ts'

/** A WebSocket to the embedded server that hands its messages on as bytes. */
export type ServerLink = {
  /** Sends one text message. */
  send(text: Buffer | string): void
  /** Starts the flow: `onFrames` gets whole frames, ready for the browser's wire; `onClose` comes exactly once. */
  start(onFrames: (frames: Buffer) => void, onClose: (code: number, reason: string) => void): void
  /** Stops and continues reading, when the browser does not keep up. */
  pause(): void
  resume(): void
  close(): void
}

const HANDSHAKE_LIMIT_MS = 5_000

/** Opens `/v8` on the server. Rejects when it does not answer with an upgrade. */
export function openServerLink(origin: string, query: URLSearchParams): Promise<ServerLink> {
  return new Promise((resolve, reject) => {
    const handshake = request(`${origin}/v8?${query}`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
      timeout: HANDSHAKE_LIMIT_MS,
    })
    handshake.on('timeout', () => handshake.destroy(new Error('No answer')))
    handshake.on('error', reject)
    handshake.on('response', (response) => {
      response.resume()
      reject(new Error(`HTTP ${response.statusCode}`))
    })
    handshake.on('upgrade', (_response, socket, head) => resolve(link(socket as Socket, head)))
    handshake.end()
  })
}

function link(socket: Socket, head: Buffer): ServerLink {
  socket.setNoDelay(true)
  socket.setTimeout(0)
  socket.on('error', () => {})
  return {
    send(text) {
      socket.write(clientFrame(TEXT, typeof text === 'string' ? Buffer.from(text) : text))
    },
    start(onFrames, onClose) {
      let code = 1006
      let reason = ''
      const feed = createFrameCutter((opcode, payload) => {
        if (opcode === PING) socket.write(clientFrame(PONG, payload))
        if (opcode !== CLOSE_FRAME) return
        if (payload.length >= 2) code = payload.readUInt16BE(0)
        reason = payload.subarray(2).toString()
        socket.end(clientFrame(CLOSE_FRAME, payload))
      })
      const take = (chunk: Buffer) => {
        const frames = feed(chunk)
        if (frames) onFrames(frames)
      }
      socket.on('data', take)
      socket.once('close', () => onClose(code, reason))
      socket.on('end', () => socket.end())
      if (head.length > 0) take(head)
      // It may have died between the handshake and now.
      if (socket.destroyed) process.nextTick(onClose, code, reason)
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close() {
      if (socket.destroyed) return
      socket.end(clientFrame(CLOSE_FRAME, Buffer.from([0x03, 0xe8])))
      setTimeout(() => socket.destroy(), 1_000).unref()
    },
  }
}
