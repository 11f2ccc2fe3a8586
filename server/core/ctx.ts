import type { Engine } from '#db/client.ts'
import type { App } from '../app.ts'
import { type Grants, may, type Permission } from '../member/permission.rules.ts'
import { forbidden } from '../platform/problem.ts'
import type { Tx } from './transact.ts'

/** Who acts, where, and with what: the first argument of every read and verb. */
export interface Ctx {
  app: App
  store: Engine
  workspaceId: string
  workspaceSlug: string
  /** Null: the system itself (a job, an import of the network's news). */
  memberId: string | null
  userId: string | null
  name: string
  grants: Grants
  zone: string
  locale: 'en' | 'ko'
  requestId: string
  /** The session and the address of this site in the browser that asks; absent for jobs and tokens. */
  via?: { sessionId: string; origin: string }
  /** What else commits with the act's own (first) transaction: the answer to a creation that may be asked again. */
  beside?: Beside
  /** The act is a part of a bigger one: it works in that one's transaction, and commits with it. */
  within?: Tx
  /** Epoch milliseconds; tests set the clock. */
  now(): number
}

export interface Beside {
  /** After the workspace's lock, before the act; throwing leaves nothing of it. */
  before(tx: Tx): Promise<void>
  /** After the act, with what it answers. */
  after(tx: Tx, answer: unknown): Promise<void>
  /** Set once it has committed. */
  done?: boolean
}

/** Refuses with `forbidden` unless the actor holds the permission (in the team, when named; see `may`). */
export function permit(ctx: Ctx, permission: Permission, teamId?: string | null): void {
  if (!may(ctx.grants, permission, teamId)) throw forbidden(permission)
}
