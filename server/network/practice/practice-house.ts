import { and, eq } from 'drizzle-orm'
import { practiceEntry } from '#db/schema.ts'
import type { App } from '../../app.ts'
import { systemCtx } from '../../core/system-ctx.ts'
import { type Tx, transact } from '../../core/transact.ts'
import type { AuthIo, Io } from '../connector.ts'
import { NetworkProblem } from '../network-problem.ts'

/** The house the practice network lives in; other callers of a connector may have none. */
export function houseOf(io: AuthIo): App {
  if (!io.app) throw new NetworkProblem('forbidden', 'the practice network lives inside the house only')
  return io.app
}

/** Runs a change as the house itself: a network's own doing is nobody's act. */
export async function inHouse<T>(io: AuthIo, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(await systemCtx(houseOf(io), io.workspaceId), work)
}

/** Entries on the page of the connected account. */
export const onPage = (io: Io) =>
  and(eq(practiceEntry.workspaceId, io.workspaceId), eq(practiceEntry.pageId, io.account.remoteId))
