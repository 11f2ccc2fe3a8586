import { v7 } from 'uuid'

/** A new identifier: UUIDv7, so ids sort by the time they were made and inserts stay at the end of an index. */
export const newId = (): string => v7()
