import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lt, min } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { post, series } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { may, teamsWith } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import { carryOn } from '../series/carry-on.ts'
import { changeSeries } from '../series/change-series.ts'
import { endSeries } from '../series/end-series.ts'
import { repeatEnd, repeatRule } from '../series/series.rules.ts'
import { startSeries } from '../series/start-series.ts'
import { byId, instant, named } from './named.ts'
import { idPlace, pageOf, pageQuery, placeOf } from './page.ts'
import { act, type Route, read } from './route.ts'

const SERIES = named(
  'Series',
  z.object({
    id: z.string(),
    teamId: z.string(),
    postId: z
      .string()
      .describe('The post of which the copies are made: the one it began with, until another is carried on'),
    rule: repeatRule,
    end: repeatEnd.describe('The last day or how many times in all; null: without end'),
    firstDay: z.string().describe('The local day from which the rule counts, YYYY-MM-DD'),
    time: z.string().describe('HH:mm on the clocks of the zone'),
    zone: z.string(),
    ahead: z.int().describe('Copies that lie ahead; they are made for 90 days'),
    nextAt: instant.nullable().describe('When the first of them goes out'),
    createdBy: z.string().nullable(),
    createdAt: instant,
    endedAt: instant.nullable(),
  }),
)

type Row = typeof series.$inferSelect

/** Series with what lies ahead of them, in the order of the rows. */
async function shown(db: Db, ctx: Ctx, rows: readonly Row[]): Promise<z.input<typeof SERIES.schema>[]> {
  const ids = rows.map(({ id }) => id)
  const copies = await db
    .select({ id: post.seriesId, ahead: count(), nextAt: min(post.sendAt) })
    .from(post)
    .where(
      and(
        eq(post.workspaceId, ctx.workspaceId),
        inArray(post.seriesId, ids),
        isNotNull(post.seriesDay),
        isNull(post.archivedAt),
        gt(post.sendAt, ctx.now()),
      ),
    )
    .groupBy(post.seriesId)
  const of = new Map(copies.map((one) => [one.id, one]))
  return rows.map(({ workspaceId: _, ends, ...row }) => ({
    ...row,
    end: ends,
    ahead: of.get(row.id)?.ahead ?? 0,
    nextAt: of.get(row.id)?.nextAt ?? null,
  }))
}

async function showSeries(db: Db, ctx: Ctx, id: string) {
  const rows = await db
    .select()
    .from(series)
    .where(and(eq(series.workspaceId, ctx.workspaceId), eq(series.id, id)))
  const [one] = await shown(
    db,
    ctx,
    rows.filter((row) => may(ctx.grants, 'post:read', row.teamId)),
  )
  if (!one) throw notFound()
  return one
}

const list = read({
  path: '/series',
  name: 'listSeries',
  summary: 'Posts that come again: series that run, the newest first',
  scope: 'post:read',
  query: pageQuery,
  output: { pageOf: SERIES },
  async run(ctx, { query }) {
    const [before] = placeOf(query.cursor, idPlace) ?? []
    const teams = teamsWith(ctx.grants, 'post:read')
    const db = ctx.store.read
    const rows = await db
      .select()
      .from(series)
      .where(
        and(
          eq(series.workspaceId, ctx.workspaceId),
          isNull(series.endedAt),
          teams === 'all' ? undefined : inArray(series.teamId, teams),
          before === undefined ? undefined : lt(series.id, before),
        ),
      )
      .orderBy(desc(series.id))
      .limit(query.limit + 1)
    const { items, next } = pageOf(rows, query.limit, (row) => [row.id])
    return { items: await shown(db, ctx, items), next }
  },
})

const one = read({
  path: '/series/{id}',
  name: 'getSeries',
  summary: 'One series, ended ones too',
  scope: 'post:read',
  params: byId,
  output: SERIES,
  run: (ctx, { params }) => showSeries(ctx.store.read, ctx, params.id),
})

const start = act({
  method: 'post',
  path: '/series',
  name: 'startSeries',
  summary: 'Lets a post with a send time come again; makes the copies of the next 90 days as drafts',
  scope: 'post:write',
  body: startSeries.input.omit({ id: true }).strict(),
  output: SERIES,
  creates: true,
  run: (ctx, { body }) => startSeries(ctx, body),
  show: (db, ctx, { id }) => showSeries(db, ctx, id),
})

const change = act({
  method: 'put',
  path: '/series/{id}',
  name: 'changeSeries',
  summary: 'Gives a series another rule, end or time; copies that somebody has touched stay',
  scope: 'post:write',
  params: byId,
  body: changeSeries.input.omit({ id: true }).strict(),
  output: SERIES,
  run: (ctx, { params, body }) => changeSeries(ctx, { ...body, id: params.id }),
  show: (db, ctx, _, { params }) => showSeries(db, ctx, params.id),
})

const carry = act({
  method: 'post',
  path: '/posts/{id}/carry-on',
  name: 'carrySeriesOn',
  summary:
    'Makes a post of the series the one that copies are made of; untouched copies after it become like it',
  scope: 'post:write',
  params: byId,
  output: SERIES,
  run: (ctx, { params }) => carryOn(ctx, { postId: params.id }),
  show: (db, ctx, { id }) => showSeries(db, ctx, id),
})

const end = act({
  method: 'post',
  path: '/series/{id}/end',
  name: 'endSeries',
  summary: 'Ends a series; its posts are posts like any other',
  scope: 'post:write',
  params: byId,
  body: z.strictObject({
    remove: z.boolean().default(false).describe('Take copies ahead away that nobody has touched'),
  }),
  output: SERIES,
  run: (ctx, { params, body }) => endSeries(ctx, { ...body, id: params.id }),
  show: (db, ctx, _, { params }) => showSeries(db, ctx, params.id),
})

export const seriesRoutes: Route[] = [list, one, start, change, carry, end]
