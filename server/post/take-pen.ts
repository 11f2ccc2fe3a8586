import { z } from 'zod'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { keepVersions } from '../version/keep-versions.ts'
import { movePen, refuseOthersPen, writerId } from './pen.ts'
import { postToChange } from './post-with-variants.ts'

/** Takes the pen of a post, or keeps it for another lease: free or run out, it is yours; held, `pen.held` names whom. */
export const takePen = verb({
  name: 'pen.take',
  permission: 'post:write',
  input: z.object({ postId: z.string() }),
  async run(ctx, { postId }) {
    return transact(ctx, async (tx) => {
      const loaded = await postToChange(tx, postId, 'post:write')
      await refuseOthersPen(tx, loaded)
      const mine = writerId(tx)
      // Somebody who vanished while writing left no version behind.
      if (loaded.row.penMemberId && loaded.row.penMemberId !== mine) await keepVersions(tx, loaded)
      await movePen(tx, loaded, mine)
      return { revision: loaded.row.revision }
    })
  },
})
