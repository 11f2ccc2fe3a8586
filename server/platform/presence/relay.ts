import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { filterFrame, nestedDeeper, rateLimit } from './frames.ts'
import type { ServerLink } from './server-link.ts'

/** One person's connection to one room, relayed to the embedded server. */
export type Relay = {
  uid: string
  room: string
  /** Ends both sides; the browser sees `code`. 41xx asks for a new token, 4001 is final. */
  close(code: number, reason: string): void
  /** Tells the others in the room that this person is gone for good, then closes. */
  leave(code: number, reason: string): void
}

export const CLOSE = {
  /** the embedded server went away: come back at once with the same token */
  restart: 1012,
  tooBig: 1009,
  malformed: 4000,
  refused: 4001,
  /** asks our policy again for a token */
  cut: 4100,
  expired: 4109,
  /** too fast: the client waits before it tries again */
  flooding: 4201,
} as const

/** A browser that does not keep up: reading stops for it here, and continues when it has caught up. */
const BACKLOG_BYTES = 1_000_000
const MESSAGES_PER_SECOND = 250
/** Presence and requests are small; only writers send whole documents. */
const VIEWER_FRAME_BYTES = 64_000
/** Objects and lists in each other in one frame. */
const DEEPEST = 200
const PING_EVERY_MS = 2_500

/** `ws` gives a Buffer unless told otherwise, which we do not. */
const bytesOf = (data: RawData) => data as Buffer

/** May this code be sent in a close frame? 1005, 1006 and 1015 only describe what happened. */
const sendable = (code: number) =>
  code === 1000 || (code > 1001 && code < 1004) || (code > 1006 && code < 1015) || code >= 3000

/**
 * Joins a browser and the embedded server. What the browser says is parsed, limited and, when `write` is false, freed
 * of whatever would change storage or shared text; what the server says goes to the browser's `wire` as bytes.
 * `until` is the end of the token in epoch milliseconds.
 */
export function relay(options: {
  browser: WebSocket
  /** the socket under `browser` */
  wire: Duplex
  server: ServerLink
  uid: string
  room: string
  write: boolean
  /** how many bytes its person may still say, in all their connections */
  volume: ReturnType<typeof rateLimit>
  until: number
  onEnd: () => void
}): Relay {
  const { browser, wire, server, write, volume } = options
  const limit = rateLimit(MESSAGES_PER_SECOND)
  let ended = false
  let alive = 2

  function end(code: number, reason: string) {
    if (ended) return
    ended = true
    clearInterval(ping)
    clearTimeout(expiry)
    server.close()
    if (sendable(code)) browser.close(code, reason)
    else browser.terminate()
    // A browser that does not answer the close frame must not stay in our books.
    setTimeout(() => browser.terminate(), 2_000).unref()
    options.onEnd()
  }

  browser.on('message', (data, isBinary) => {
    if (ended) return
    if (isBinary) return end(CLOSE.malformed, 'Text frames only')
    if (!limit.take()) return end(CLOSE.flooding, 'Too many messages')
    const bytes = bytesOf(data)
    if (!write && bytes.length > VIEWER_FRAME_BYTES) return end(CLOSE.tooBig, 'Too big')
    if (!volume.take(bytes.length)) return end(CLOSE.flooding, 'Too much')
    if (nestedDeeper(bytes, DEEPEST)) return end(CLOSE.malformed, 'Nested too deep')
    const filtered = filterFrame(bytes.toString(), write)
    if (filtered === 'malformed') return end(CLOSE.malformed, 'Invalid message format')
    if (filtered !== 'dropped') server.send(write ? bytes : filtered.forward)
  })
  server.start(
    (frames) => {
      if (ended) return
      // Whole frames only, so that a ping or a close of `browser` never falls into the middle of one.
      if (!wire.write(frames) && wire.writableLength > BACKLOG_BYTES) {
        server.pause()
        wire.once('drain', server.resume)
      }
    },
    (code, reason) => end(code >= 4000 ? code : CLOSE.restart, reason),
  )
  browser.on('close', () => end(1000, ''))
  browser.on('error', () => end(1006, ''))

  // The browser's network layer answers pings by itself, also in a throttled tab. Two missed rounds: gone.
  browser.on('pong', () => {
    alive = 2
  })
  const ping = setInterval(() => {
    if (alive-- === 0) return browser.terminate()
    browser.ping()
  }, PING_EVERY_MS).unref()
  const expiry = setTimeout(() => end(CLOSE.expired, 'Token expired'), options.until - Date.now()).unref()

  return {
    uid: options.uid,
    room: options.room,
    close: end,
    leave(code, reason) {
      if (!ended) server.send('[{"type":100,"data":{"gone":true}}]')
      end(code, reason)
    },
  }
}
