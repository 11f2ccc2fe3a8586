import { knownMigrations } from '#db/migrate.ts'
import { NewerDatabase, pending } from '#db/migration.ts'
import { CommandError } from './command.ts'

/** What was put in place, and where the replaced database was kept (null: there was none). */
export interface Restored {
  kept: string | null
  /** The next start brings it to this version's schema. */
  older: boolean
  /** Slots that passed since the backup was made: they may have gone out, so they will be held. */
  doubtful: number
}

/** Whether a backup with these migrations (epoch ms each) is an older version's. Refuses a newer one, and one with none. */
export function isOlder(done: readonly number[], file: string): boolean {
  if (!done.length) throw new CommandError(`${file} is no backup of Hubbub.`)
  try {
    return pending(knownMigrations().instants, done)
  } catch (error) {
    if (!(error instanceof NewerDatabase)) throw error
    throw new CommandError('The backup was made by a newer version of Hubbub. Restore it with that version.')
  }
}

/**
 * The statement that marks what a restored database would send at once: it was planned when the backup was made and its
 * time has passed since (epoch ms), so it may have gone out from the database that is replaced. The send gate holds it.
 * What was begun has its keys with it, and the network is asked.
 */
export const distrustPlanned = (now: number): string =>
  `UPDATE delivery SET reason = 'delivery.restored' WHERE state = 'planned' AND prepared IS NULL AND try_at <= ${Math.trunc(now)}`
