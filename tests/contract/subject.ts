import type { Connector, Io, Sent } from '#server/network/connector.ts'

/** What can go wrong when the next part is sent. `lost`: done, but the answer never comes; `broken`: done, then 500. */
export type SendFault = 'lost' | 'broken' | 'nonsense' | 'rateLimited' | 'unavailable' | 'refused'

/** A connector with an account on its fake, and the hands to play the other side. */
export type Subject = {
  connector: Connector
  io: Io
  /** What the network shows of our account, oldest first. */
  posts(): Promise<{ id: string; text: string; parentId: string | null; images: number }[]>
  audience: {
    reply(to: Sent, text: string): Promise<void>
    mention(text: string): Promise<void>
    like(to: Sent): Promise<void>
    message(text: string): Promise<void>
  }
  fail(fault: SendFault): void
  /** Whether this network can meet the fault at all. */
  meets(fault: SendFault | 'expired' | 'revoked'): boolean
  expire(): void
  revoke(): void
  stop(): Promise<void>
}
