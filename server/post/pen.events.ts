import { z } from 'zod'
import { event } from '../event/declare.ts'

export const penEvents = {
  /** The pen has come to a member, or to nobody. */
  'pen.moved': event(z.object({ postId: z.string(), memberId: z.string().nullable() })),
  /** For the holder only: somebody would like to write. */
  'pen.asked': event(
    z.object({ postId: z.string(), title: z.string(), byId: z.string(), byName: z.string() }),
  ),
}
