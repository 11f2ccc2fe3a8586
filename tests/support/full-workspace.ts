import { and, type Column, eq, getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'
import type { Db } from '#db/client.ts'
import { dialect } from '#db/dialect.ts'
import { newId } from '#db/id.ts'
import * as schema from '#db/schema.ts'
import type { Ctx } from '#server/core/ctx.ts'

type Row = Record<string, unknown>
type AnyTable = typeof schema.post

/** The tables by their name in the schema: `post`, `teamMember`. */
export const TABLES = Object.fromEntries(
  Object.entries(schema).filter(([, one]) => is(one, Table)),
) as unknown as Record<string, AnyTable>

/** Those whose rows belong to a workspace. */
export const OF_WORKSPACE = Object.entries(TABLES).filter(([, one]) => 'workspaceId' in getTableColumns(one))

/** What a made-up row needs so that the rules understand it; everything else follows from its columns. */
const FACTS: Record<string, Row> = {
  assetBlob: { size: 'original', mime: 'image/png' },
  bond: {
    base: {
      title: '',
      text: { common: '', own: {} },
      media: { common: [], own: {} },
      time: null,
      labels: [],
    },
  },
  canvasSnapshot: { reason: 'auto' },
  checklist: { rank: 'a0' },
  checklistItem: { rank: 'a0' },
  channel: {
    network: 'practice',
    status: 'connected',
    zone: 'UTC',
    flow: { mode: 'none', allowSelf: false, steps: [] },
  },
  conversation: { kind: 'direct', state: 'open', priority: 'normal' },
  decision: { kind: 'approve' },
  delivery: { state: 'planned' },
  deliveryCount: { total: {} },
  externalRef: { kind: 'card', was: {} },
  importRow: { cells: [], issues: [] },
  importRun: { kind: 'csv', state: 'failed' },
  job: { state: 'parked', attempts: 5, maxAttempts: 5 },
  message: { direction: 'in' },
  pause: { scope: 'workspace', value: '' },
  post: { stage: 'draft', rank: 'a0' },
  practiceAccount: { kind: 'persona', handle: 'persona' },
  practiceEntry: { kind: 'post' },
  series: { rule: { every: 'day', step: 1 }, firstDay: '2030-01-01', time: '09:00', zone: 'UTC' },
  snapshot: { subject: 'delivery' },
  variant: { stage: 'draft' },
  workingStage: { rank: 'a0' },
}
const OBJECTS = new Set([
  'facts',
  'payload',
  'data',
  'response',
  'content',
  'total',
  'counts',
  'mailKinds',
  'options',
])

/** Which table an id in a column or an input field is of, by its name. */
export const TABLE_OF: Record<string, string> = {
  assetId: 'asset',
  assigneeId: 'member',
  attachmentId: 'attachment',
  bulkId: 'bulkAct',
  campaignId: 'campaign',
  canvasId: 'canvas',
  channelId: 'channel',
  channelIds: 'channel',
  checklistId: 'checklist',
  commentId: 'comment',
  conversationId: 'conversation',
  deliveryId: 'delivery',
  entryId: 'practiceEntry',
  feedId: 'calendarFeed',
  importId: 'importRun',
  intoId: 'label',
  invitationId: 'invitation',
  itemId: 'checklistItem',
  jobId: 'job',
  labelId: 'label',
  labelIds: 'label',
  memberId: 'member',
  memberIds: 'member',
  mentionIds: 'member',
  messageId: 'message',
  personaId: 'practiceAccount',
  personId: 'person',
  postId: 'post',
  postIds: 'post',
  seriesId: 'series',
  sessionId: 'session',
  snapshotId: 'canvasSnapshot',
  subjectId: 'delivery',
  teamId: 'team',
  teamIds: 'team',
  threadId: 'thread',
  tokenId: 'apiToken',
  userId: 'user',
  variantId: 'variant',
  variantIds: 'variant',
  workingId: 'workingStage',
  workingIds: 'workingStage',
}

export interface FullWorkspace {
  owner: Ctx
  /** One id of each kind of thing, by the table's name. */
  ids: Record<string, string>
  /** In every text of it: what must never reach anybody of another workspace (or team). */
  mark: string
}

/** What belongs to a team, or to one member, without a column that says so. */
const APART = new Set(['pause', 'person'])
/** What everybody of a workspace knows, or the house alone, though rows of theirs name a team or a member. */
const KNOWN = new Set(['event', 'member', 'teamMember', 'user', 'session'])

function ofTeam(): Set<string> {
  const found = new Set<string>()
  for (const [name, table] of IN_ORDER) {
    const columns = getTableColumns(table)
    if (KNOWN.has(name) || !('workspaceId' in columns)) continue
    const owned = 'teamId' in columns || 'memberId' in columns || APART.has(name)
    if (owned || neededBy(table).some((other) => found.has(other))) found.add(name)
  }
  return found
}

/** Puts at least one row into every table, all of this workspace. */
export const fill = (owner: Ctx, mark: string): Promise<FullWorkspace> =>
  fillTables(owner, mark, { workspace: owner.workspaceId, user: owner.userId ?? '' })

/**
 * Makes one row of everything a team has, and a member of it of their own; what is everybody's is taken from the
 * `whole` workspace. `own`: the ids of what is theirs alone.
 */
export async function fillTeam(
  member: Ctx,
  mark: string,
  teamId: string,
  whole: FullWorkspace,
): Promise<FullWorkspace & { own: Record<string, string> }> {
  const shared = Object.entries(whole.ids).filter(([name]) => !OF_TEAM.has(name))
  const ids = { ...Object.fromEntries(shared), team: teamId, member: member.memberId ?? '' }
  const full = await fillTables(member, mark, ids, OF_TEAM, { pause: { scope: 'team', value: teamId } })
  const own = Object.entries(full.ids).filter(([name]) => OF_TEAM.has(name))
  return { ...full, own: Object.fromEntries(own) }
}

/** `fresh`: tables that get a row of their own even where the workspace has one already. */
async function fillTables(
  owner: Ctx,
  mark: string,
  given: Record<string, string>,
  fresh: ReadonlySet<string> = new Set(),
  facts: Record<string, Row> = {},
): Promise<FullWorkspace> {
  const ids = { ...given }
  await owner.store.write(async (db) => {
    for (const [name, table] of IN_ORDER) {
      if (ids[name] || (fresh.size && !fresh.has(name))) continue
      const found = fresh.has(name) ? undefined : await existing(db, owner, name, table)
      const row = found ?? { ...rowFor(name, table, owner, ids, mark), ...facts[name] }
      if (!found) await db.insert(table).values(row as never)
      if (typeof row.id === 'string') ids[name] = row.id
    }
  })
  return { owner, ids, mark }
}

async function existing(db: Db, owner: Ctx, name: string, table: AnyTable): Promise<Row | undefined> {
  if (name === 'session') return
  if (!('workspaceId' in getTableColumns(table))) return { id: owner.userId }
  const here = eq(table.workspaceId, owner.workspaceId)
  const mine = name === 'member' ? and(here, eq(table.id, owner.memberId ?? '')) : here
  const [row] = await db.select().from(table).where(mine).limit(1)
  return row
}

const columnsOf = (table: AnyTable) => Object.entries(getTableColumns(table)) as unknown as [string, Column][]

function rowFor(name: string, table: AnyTable, owner: Ctx, ids: Record<string, string>, mark: string): Row {
  const references = referencesOf(table)
  const row: Row = {}
  for (const [key, column] of columnsOf(table)) {
    const fact = FACTS[name]?.[key]
    const target = [references.get(key), TABLE_OF[key]].find((one) => one && ids[one])
    if (fact !== undefined) row[key] = fact
    else if (key === 'id') row[key] = newId()
    else if (key === 'workspaceId') row[key] = owner.workspaceId
    else if (target) row[key] = ids[target]
    else if (key === 'createdBy' || key === 'startedBy') row[key] = owner.memberId
    else if (!column.notNull || column.hasDefault) continue
    else if (column.dataType === 'string') row[key] = `${mark} ${name} ${key}`
    else if (column.dataType === 'number')
      row[key] = key === 'at' || key.endsWith('At') ? owner.now() + 60_000 : 1
    else if (column.dataType === 'boolean') row[key] = false
    else if (column.dataType === 'buffer' || column.dataType === 'custom') row[key] = Buffer.from(mark)
    else row[key] = OBJECTS.has(key) ? { [key]: mark } : []
  }
  return row
}

/** Column -> table it refers to, from the foreign keys. */
function referencesOf(table: AnyTable): Map<string, string> {
  const config = dialect === 'postgres' ? pg.getTableConfig(table as never) : lite.getTableConfig(table)
  const names = new Map<string, string>(
    Object.entries(TABLES).map(([name, one]) => [getTableName(one), name]),
  )
  const keys = new Map(Object.entries(getTableColumns(table)).map(([key, column]) => [column.name, key]))
  return new Map(
    config.foreignKeys.map((foreign) => {
      const { columns, foreignTable } = foreign.reference()
      return [keys.get(columns[0]?.name ?? '') ?? '', names.get(getTableName(foreignTable)) ?? '']
    }),
  )
}

/** The tables without a row of which this one can have none. */
const neededBy = (table: AnyTable): string[] => [
  ...referencesOf(table).values(),
  ...columnsOf(table).flatMap(([key, column]) => (column.notNull ? (TABLE_OF[key] ?? []) : [])),
]

/** Tables after those they refer to. */
function inOrder(): [string, AnyTable][] {
  const left = new Map(Object.entries(TABLES))
  const done: [string, AnyTable][] = []
  while (left.size) {
    const ready = [...left].filter(([name, table]) =>
      neededBy(table).every((other) => other === name || !left.has(other)),
    )
    if (!ready.length) throw new Error(`tables refer to each other: ${[...left.keys()]}`)
    for (const [name, table] of ready) {
      done.push([name, table])
      left.delete(name)
    }
  }
  return done
}

const IN_ORDER = inOrder()

/** Tables whose rows are a team's or one member's own, by the rows they belong to. */
export const OF_TEAM: ReadonlySet<string> = ofTeam()

/** Everything a workspace has, as text: two dumps are equal when nothing has changed. */
export async function dump(ctx: Ctx): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const [name, table] of OF_WORKSPACE) {
    const rows = await ctx.store.read.select().from(table).where(eq(table.workspaceId, ctx.workspaceId))
    all[name] = rows.map((row) => JSON.stringify(row)).sort()
  }
  const house = await ctx.store.read
    .select()
    .from(schema.workspace)
    .where(eq(schema.workspace.id, ctx.workspaceId))
  all.workspace = house.map((row) => JSON.stringify(row))
  return all
}
