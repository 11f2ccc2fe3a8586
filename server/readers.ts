import type { Reader } from './event/reader.ts'

/** The durable readers of the log. */
export const READERS: Reader[] = []
