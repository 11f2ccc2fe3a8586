import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { team } from '#db/schema.ts'
import { readHead } from '../core/at-head.ts'
import { mayHear } from '../event/audience.rules.ts'
import type { LogRow } from '../event/feed.ts'
import { readLog } from '../event/feed.ts'
import { PERMISSIONS, teamsWith } from '../member/permission.rules.ts'
import { stagesOf } from '../stage/stages-of.ts'
import { instant, named } from './named.ts'
import { idPlace, pageOf, pageQuery, placeOf } from './page.ts'
import { type Route, read } from './route.ts'

const ME = named(
  'Me',
  z.object({
    workspace: z.object({ id: z.string(), slug: z.string() }),
    memberId: z.string(),
    name: z.string(),
    head: z.int().describe('Number of the last event of the log'),
    everywhere: z.array(z.enum(PERMISSIONS as [string, ...string[]])),
    teams: z.record(z.string(), z.array(z.string())).describe('More permissions, by team id'),
  }),
)

const TEAM = named(
  'Team',
  z.object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['hq', 'region']),
    zone: z.string(),
    locale: z.string(),
    country: z.string(),
    stages: z
      .array(z.object({ id: z.string(), name: z.string(), limit: z.int().nullable() }))
      .describe('Its working stages between draft and review, in order'),
  }),
)

const EVENT = named(
  'Event',
  z.object({
    n: z.int().describe('Its number, without gaps within the workspace'),
    at: instant.nullable(),
    type: z.string().nullable().describe('Null, as everything else, when the token may not see it'),
    memberId: z.string().nullable(),
    subjectId: z.string().nullable(),
    data: z.record(z.string(), z.unknown()).nullable(),
  }),
)

const EVENTS = named(
  'Events',
  z.object({
    items: z.array(EVENT.schema),
    head: z.int().describe('Number of the last event there is'),
  }),
)

const me = read({
  path: '/me',
  name: 'getMe',
  summary: 'Whom the token acts as, where, and what it may',
  scope: 'signed-in',
  output: ME,
  run: async (ctx) => ({
    workspace: { id: ctx.workspaceId, slug: ctx.workspaceSlug },
    memberId: ctx.memberId ?? '',
    name: ctx.name,
    head: await readHead(ctx),
    everywhere: ctx.grants.everywhere,
    teams: ctx.grants.teams,
  }),
})

const teams = read({
  path: '/teams',
  name: 'listTeams',
  summary: 'The teams whose posts the token may read',
  scope: 'post:read',
  query: pageQuery,
  output: { pageOf: TEAM },
  async run(ctx, { query }) {
    const mine = teamsWith(ctx.grants, 'post:read')
    const [after] = placeOf(query.cursor, idPlace) ?? []
    const { id, name, kind, zone, locale, country } = team
    const rows = await ctx.store.read
      .select({ id, name, kind, zone, locale, country })
      .from(team)
      .where(
        and(
          eq(team.workspaceId, ctx.workspaceId),
          isNull(team.archivedAt),
          mine === 'all' ? undefined : inArray(team.id, mine),
          after === undefined ? undefined : gt(team.id, after),
        ),
      )
      .orderBy(asc(team.id))
      .limit(query.limit + 1)
    const own = Map.groupBy(await stagesOf(ctx.store.read, ctx.workspaceId), (one) => one.teamId)
    const { items, next } = pageOf(rows, query.limit, (row) => [row.id])
    const stages = (id: string) => (own.get(id) ?? []).map(({ id, name, limit }) => ({ id, name, limit }))
    return { items: items.map((one) => ({ ...one, stages: stages(one.id) })), next }
  },
})

const events = read({
  path: '/events',
  name: 'listEvents',
  summary: 'What happened after a number, in order; ask again with the last number',
  scope: 'post:read',
  query: z.strictObject({
    after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
    limit: z.coerce.number().int().min(1).max(1_000).default(200),
  }),
  output: EVENTS,
  async run(ctx, { query }) {
    const head = await readHead(ctx)
    const rows = await readLog(ctx.store.read, ctx.workspaceId, query.after, query.limit)
    const shown = (row: LogRow) => mayHear(row.audience, ctx.memberId, ctx.grants)
    return { items: rows.map((row) => eventOf(row, shown(row))), head: Math.max(head, rows.at(-1)?.n ?? 0) }
  },
})

const eventOf = ({ n, at, type, memberId, subjectId, data }: LogRow, shown: boolean) =>
  shown
    ? { n, at, type, memberId, subjectId, data: data as Record<string, unknown> }
    : { n, at: null, type: null, memberId: null, subjectId: null, data: null }

export const houseRoutes: Route[] = [me, teams, events]
