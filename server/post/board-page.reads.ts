import { atHead } from '../core/at-head.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { boardSince, readBoard } from './card.reads.ts'
import { packCards } from './card-pack.rules.ts'

/**
 * The cards of the kanban, packed, with the number of the log at which they were read. The same object for all who see
 * the same teams, as long as nothing happens.
 */
export const readBoardPage = atHead(
  (ctx) => JSON.stringify([boardSince(ctx.now()), teamsWith(ctx.grants, 'post:read')]),
  async (ctx, head) => ({ head, cards: packCards(await readBoard(ctx)) }),
)
