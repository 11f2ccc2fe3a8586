import type { Redis } from 'ioredis'
import type { Log } from './log.ts'

/** A connection to Redis; the client is loaded only by a process that has one. Commands fail at once while it is away. */
export async function openRedis(url: string, log: Log): Promise<Redis> {
  const { Redis } = await import('ioredis')
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  redis.on('error', (error) => log.warn({ err: error }, 'Redis is away'))
  return redis
}
