/** A newer Hubbub made this database: this one must not touch it. */
export class NewerDatabase extends Error {
  readonly code = 'database.newer'
}

/** A migration could not be done; the database is as it was. */
export class MigrationFailed extends Error {
  readonly code = 'database.migration'
  constructor(cause: unknown) {
    const why = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause : cause) : undefined
    super(`The database could not be brought to this version (${why?.message ?? String(cause)}).`, { cause })
  }
}

/** The migrations of this version. */
export interface Known {
  folder: string
  /** When each was made, epoch ms. */
  instants: number[]
}

/** Whether migrations are missing. Throws NewerDatabase when there are some that this version does not know. */
export function pending(known: readonly number[], done: readonly number[]): boolean {
  const last = Math.max(0, ...done)
  if (last > Math.max(0, ...known))
    throw new NewerDatabase('The database was made by a newer version of Hubbub.')
  return known.some((at) => at > last)
}
