import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import * as schema from '#db/schema.ts'

const guarded = Object.values(schema)
  .filter((one): one is typeof schema.post => is(one, Table) && 'workspaceId' in getTableColumns(one))
  .map((one) => getTableName(one))

/** Tables that belong to the house as well as to workspaces: chores and the first owner's setup link. */
const HOUSE = new Set(['job', 'invitation'])
/** Questions that find the workspace in the first place. */
const FINDS_WORKSPACE = [
  /"api_token"\."hash" =/,
  /"calendar_feed"\."hash" =/,
  /"member"\."user_id" =/,
  /"workspace"\."seq" > coalesce/,
]

/** Statements that may run, by their text: most run many times. */
const fine = new Set<string>()

/** Refuses a statement that touches a workspace's table without naming the workspace. */
export function refuseWithoutWorkspace(sql: string): void {
  if (fine.has(sql)) return
  refuse(sql)
  fine.add(sql)
}

function refuse(sql: string): void {
  if (/^(insert|create|alter|drop|pragma|begin|commit)/i.test(sql)) return
  const touched = guarded.filter(
    (name) => !HOUSE.has(name) && new RegExp(`(from|join|update) "${name}"`).test(sql),
  )
  if (!touched.length || FINDS_WORKSPACE.some((pattern) => pattern.test(sql))) return
  const where = sql.slice(sql.toLowerCase().indexOf(' where '))
  if (!/"workspace_id" = |"workspace_id" in \(/.test(where))
    throw new Error(`a query without its workspace: ${sql}`)
}
