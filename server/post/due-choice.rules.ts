import { z } from 'zod'
import { localMinute, resolveSendTime, zone } from '../time/send-time.rules.ts'

/** By when the work shall be done: a local minute in a zone, of which the instant is kept. */
export const dueChoice = z.object({ local: localMinute, zone })
export type DueChoice = z.infer<typeof dueChoice>

/** The instant of a chosen due time, epoch ms. */
export const dueAtOf = ({ local, zone }: DueChoice): number => resolveSendTime(local, zone).at
