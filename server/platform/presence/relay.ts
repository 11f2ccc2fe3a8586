import type { RawData } from 'ws'
import { WebSocket } from 'ws'
import { filterViewerFrame, rateLimit } from './frames.ts'

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
  malformed: 4000,
  refused: 4001,
  /** asks our policy again for a token */
  cut: 4100,
  expired: 4109,
  /** too fast: the client waits before it tries again */
  flooding: 4201,
} as const

/** A reader that does not keep up is disconnected when this much waits for it. */
const BACKLOG_LIMIT_BYTES = 8_000_000
const MESSAGES_PER_SECOND = 250
const PING_EVERY_MS = 4_000

const utf8 = (data: RawData) =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString()

/** May this code be sent in a close frame? 1005, 1006 and 1015 only describe what happened. */
const sendable = (code: number) =>
  code === 1000 || (code > 1001 && code < 1004) || (code > 1006 && code < 1015) || code >= 3000

/**
 * Joins a browser's socket and the embedded server's, both open. `write` false drops whatever would change storage
 * or shared text. `until` is the end of the token in epoch milliseconds.
 */
export function relay(options: {
  browser: WebSocket
  server: WebSocket
  uid: string
  room: string
  write: boolean
  until: number
  onEnd: () => void
}): Relay {
  const { browser, server, write } = options
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
    if (write) return server.send(data, { binary: false })
    const filtered = filterViewerFrame(utf8(data))
    if (filtered === 'malformed') return end(CLOSE.malformed, 'Invalid message format')
    if (filtered !== 'dropped') server.send(filtered.forward, { binary: false })
  })
  server.on('message', (data, isBinary) => {
    if (ended) return
    if (browser.bufferedAmount > BACKLOG_LIMIT_BYTES) return browser.terminate()
    browser.send(data, { binary: isBinary })
  })
  browser.on('close', () => end(1000, ''))
  server.on('close', (code, reason) => end(code >= 4000 ? code : CLOSE.restart, reason.toString()))
  browser.on('error', () => end(1006, ''))
  server.on('error', () => end(CLOSE.restart, ''))

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
      if (!ended && server.readyState === WebSocket.OPEN) server.send('[{"type":100,"data":{"gone":true}}]')
      end(code, reason)
    },
  }
}
