import { z } from 'zod'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { readPeople, whoMay } from '../member/people.reads.ts'
import { Problem } from '../platform/problem.ts'
import { keepVersions } from '../version/keep-versions.ts'
import { movePen, penHolder } from './pen.ts'
import { postToChange } from './post-with-variants.ts'

/** Hands the pen to another member, or lays it down (`memberId` null). What was written becomes a version. */
export const givePen = verb({
  name: 'pen.give',
  permission: 'post:write',
  input: z.object({ postId: z.string(), memberId: z.string().nullable() }),
  async run(ctx, { postId, memberId }) {
    return transact(ctx, async (tx) => {
      const loaded = await postToChange(tx, postId, 'post:write')
      // Giving what one no longer has is nothing to complain about when one only wanted to lay it down.
      if (penHolder(loaded, tx.now) !== ctx.memberId) {
        if (memberId === null) return {}
        throw new Problem('pen.notYours', { status: 409 })
      }
      if (memberId !== null) {
        const writers = whoMay(await readPeople(tx.db, ctx.workspaceId), 'post:write', loaded.row.teamId)
        if (!writers.some((one) => one.id === memberId)) throw new Problem('pen.cannotWrite')
      }
      await keepVersions(tx, loaded)
      await movePen(tx, loaded, memberId)
      return {}
    })
  },
})
