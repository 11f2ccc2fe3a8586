import { bondReader } from './bond/bond-reader.ts'
import type { Reader } from './event/reader.ts'
import { notificationReader } from './notification/notification-reader.ts'

/** The durable readers of the log. */
export const READERS: Reader[] = [bondReader, notificationReader]
