import { atHead } from '../core/at-head.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { boardSince, readBoard } from './card.reads.ts'
import { type CardsPage, packCards } from './card-pack.rules.ts'
import { readDays } from './month.reads.ts'

/** The cards of the kanban. The same object for all who see the same teams, as long as nothing happens. */
export const readBoardPage = atHead(
  (ctx) => JSON.stringify([boardSince(ctx.now()), teamsWith(ctx.grants, 'post:read')]),
  async (ctx, head): Promise<CardsPage> => ({ head, cards: packCards(await readBoard(ctx)) }),
)

/** The cards of a run of days, both included (`YYYY-MM-DD`). Shared as those of the kanban. */
export const readDaysPage = atHead(
  (ctx, from: string, to: string) => JSON.stringify([from, to, teamsWith(ctx.grants, 'post:read')]),
  async (ctx, head, from, to): Promise<CardsPage> => ({
    head,
    cards: packCards(await readDays(ctx, from, to)),
  }),
)
