import { getTableColumns, type Table } from 'drizzle-orm'
import {
  attachment,
  bond,
  campaign,
  canvas,
  canvasSnapshot,
  channel,
  checklist,
  checklistItem,
  comment,
  conversation,
  decision,
  delivery,
  label,
  member,
  message,
  person,
  post,
  postEdit,
  practiceAccount,
  practiceEntry,
  practiceLike,
  snapshot,
  team,
  teamMember,
  thread,
  user,
  variant,
  version,
  workingStage,
} from '#db/schema.ts'
import type { Ctx } from '../../core/ctx.ts'
import { transact } from '../../core/transact.ts'

/** What is planted, parents before children. */
const TABLES = {
  user,
  team,
  member,
  teamMember,
  practiceAccount,
  channel,
  campaign,
  label,
  post,
  bond,
  variant,
  postEdit,
  version,
  decision,
  delivery,
  practiceEntry,
  practiceLike,
  canvas,
  canvasSnapshot,
  thread,
  comment,
  checklist,
  checklistItem,
  attachment,
  person,
  conversation,
  message,
  snapshot,
  workingStage,
} satisfies Record<string, Table>

type Name = keyof typeof TABLES
/** Rows to plant, by table. */
export type DemoRows = { [N in Name]: (typeof TABLES)[N]['$inferInsert'][] }

export const noRows = (): DemoRows =>
  Object.fromEntries(Object.keys(TABLES).map((name) => [name, []])) as unknown as DemoRows

/** Values one statement may carry: PostgreSQL takes 65,535, SQLite 32,766. */
const MOST_VALUES = 12_000

/** Plants the rows, as many at once as a statement carries. */
export async function plantRows(ctx: Ctx, rows: DemoRows): Promise<void> {
  for (const name of Object.keys(TABLES) as Name[]) {
    const table = TABLES[name] as Table
    const list = rows[name] as Record<string, unknown>[]
    const size = Math.floor(MOST_VALUES / Object.keys(getTableColumns(table)).length)
    for (let from = 0; from < list.length; from += size)
      await transact(ctx, async (tx) => {
        await tx.db.insert(table).values(list.slice(from, from + size))
      })
  }
}
