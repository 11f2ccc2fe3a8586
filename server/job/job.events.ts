import { z } from 'zod'
import { event } from '../event/declare.ts'

const one = event(z.object({ id: z.string(), kind: z.string() }))

/** What people did about work that was parked. */
export const jobEvents = { 'job.retried': one, 'job.dropped': one }
