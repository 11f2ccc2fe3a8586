import type { Redis } from 'ioredis'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import { Problem } from './problem.ts'

/** What is limited, as data: points within seconds, per address or per account. */
export const LIMITS = {
  /** Sign-in attempts of one address. */
  'sign-in.address': { points: 30, duration: 300 },
  /** Sign-in attempts on one account, right or wrong (the lock after 5 failures comes first). */
  'sign-in.account': { points: 20, duration: 300 },
  /** Failures on an address without an account: locked like one, or the lock would tell which there are. */
  'sign-in.unknown': { points: 4, duration: 86_400, blockDuration: 900 },
  /** Setup and invitation links tried by one address. */
  'link.address': { points: 30, duration: 300 },
  /** Addresses of calendars tried by one address that are none, or none any more. */
  'feed.address': { points: 60, duration: 300 },
  /** Fetches of one private calendar: each is made anew, and whoever has its address needs no account. */
  'feed.one': { points: 60, duration: 60 },
  /** Acts of one account in the interface. */
  'act.account': { points: 600, duration: 60 },
  /** API calls of one token. */
  'api.token': { points: 60_000, duration: 60 },
  /** Calls of one address with a token that is none. */
  'api.address': { points: 100, duration: 60 },
  /** What the sockets of one account ask for: missed events, views. */
  'ask.account': { points: 600, duration: 60 },
  /** Rooms of presence that one account asks to enter: once for each connection. */
  'presence.account': { points: 600, duration: 60 },
  /** Looks at a file before it is imported: each reads all of it. */
  'look.account': { points: 60, duration: 60 },
  /** Uploads of one account. */
  'upload.account': { points: 120, duration: 60 },
} as const

export type LimitName = keyof typeof LIMITS

export interface RateLimits {
  /** Takes one point; throws `request.tooMany` (429) with the seconds to wait when there is none left. */
  take(name: LimitName, key: string): Promise<void>
}

/** Limits shared through Redis when there is one; in this process otherwise, and while Redis is away. */
export function createRateLimits(redis?: Redis): RateLimits {
  const limiters = new Map<LimitName, RateLimiterAbstract>()

  function limiterOf(name: LimitName): RateLimiterAbstract {
    const known = limiters.get(name)
    if (known) return known
    const options = { ...LIMITS[name], keyPrefix: `limit:${name}` }
    const here = new RateLimiterMemory(options)
    const made = redis
      ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: here })
      : here
    limiters.set(name, made)
    return made
  }

  return {
    async take(name, key) {
      try {
        await limiterOf(name).consume(key)
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        throw new Problem('request.tooMany', {
          status: 429,
          params: { seconds: Math.ceil(refused.msBeforeNext / 1000) },
        })
      }
    },
  }
}
