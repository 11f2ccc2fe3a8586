import { z } from 'zod'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { movePen, penHolder, writerId } from './pen.ts'
import { postToChange } from './post-with-variants.ts'

/** Asks whoever writes for the pen; when nobody does any more, it is taken at once (`taken`). */
export const askPen = verb({
  name: 'pen.ask',
  permission: 'post:write',
  input: z.object({ postId: z.string() }),
  async run(ctx, { postId }) {
    return transact(ctx, async (tx) => {
      const loaded = await postToChange(tx, postId, 'post:write')
      const mine = writerId(tx)
      const holder = penHolder(loaded, tx.now)
      if (holder === null || holder === mine) {
        await movePen(tx, loaded, mine)
        return { taken: true }
      }
      const { id, title } = loaded.row
      emit(
        tx,
        'pen.asked',
        { postId: id, title, byId: mine, byName: ctx.name },
        { subjectId: id, audience: { memberId: holder } },
      )
      return { taken: false }
    })
  },
})
