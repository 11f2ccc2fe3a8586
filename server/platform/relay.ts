import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import pg from 'pg'
import type { Log } from './log.ts'
import type { Relay } from './signal.ts'

const CHANNEL = 'hubbub'

/** Wraps what is sent, so that a process does not hear itself twice. */
function envelope() {
  const me = randomUUID()
  return {
    wrap: (text: string) => `${me} ${text}`,
    unwrap: (text: string) => (text.startsWith(me) ? undefined : text.slice(37)),
  }
}

/**
 * Over Redis' publish and subscribe, and while it is away over `instead`, so that a session that ends is cut everywhere
 * all the same. The connection stays the caller's; its double for listening is ours.
 */
export function redisRelay(out: Redis, log: Log, instead?: Relay): Relay {
  const { wrap, unwrap } = envelope()
  // Waits for the connection to subscribe, and for each later one.
  const into = out.duplicate({ enableOfflineQueue: true, maxRetriesPerRequest: null })
  const complain = (error: Error) =>
    log.warn({ err: error }, 'Redis is away; other processes hear of changes later')
  into.on('error', complain)
  return {
    send: (text) =>
      void out.publish(CHANNEL, wrap(text)).catch((error) => {
        complain(error)
        instead?.send(text)
      }),
    hear(listener) {
      instead?.hear(listener)
      into.subscribe(CHANNEL).catch(complain)
      into.on('message', (_channel, text) => {
        const inside = unwrap(text)
        if (inside) listener(inside)
      })
    },
    async close() {
      into.disconnect()
      await instead?.close()
    },
  }
}

/** Wait before a broken connection is opened again, ms. */
const AGAIN_MS = 1000

/** Over PostgreSQL's NOTIFY and LISTEN, on a connection of its own for listening. */
export function postgresRelay(pool: pg.Pool, url: string, log: Log): Relay {
  const { wrap, unwrap } = envelope()
  const listeners: ((text: string) => void)[] = []
  let client: pg.Client | undefined
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let opening: Promise<void> | undefined
  const complain = (error: unknown) =>
    log.warn({ err: error }, 'NOTIFY is away; other processes hear of changes later')

  /** Opens a connection and listens on it; whichever way it goes, the next one follows from there. */
  async function open(): Promise<void> {
    const made = new pg.Client({ connectionString: url })
    client = made
    made.on('error', complain)
    made.on('notification', ({ payload = '' }) => {
      const inside = unwrap(payload)
      if (inside) for (const listener of listeners) listener(inside)
    })
    try {
      await made.connect()
    } catch (error) {
      complain(error)
      return again()
    }
    made.once('end', again)
    await made.query(`LISTEN ${CHANNEL}`).catch((error) => {
      complain(error)
      return made.end()
    })
  }
  function again(): void {
    if (!closed) timer = setTimeout(begin, AGAIN_MS)
  }
  function begin(): void {
    opening = open()
  }

  return {
    send: (text) => void pool.query('SELECT pg_notify($1, $2)', [CHANNEL, wrap(text)]).catch(complain),
    hear(listener) {
      listeners.push(listener)
      if (listeners.length === 1) begin()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      // One that is just being opened would otherwise stay connected for good.
      await opening
      await client?.end()
    },
  }
}
