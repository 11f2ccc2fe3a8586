import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { canvas } from '#db/schema.ts'
import { readKept } from '../canvas/canvas.reads.ts'
import { canvasObject } from '../canvas/canvas.rules.ts'
import { createCanvas } from '../canvas/create-canvas.ts'
import { loadCanvas } from '../canvas/load-canvas.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { byId, instant, named } from './named.ts'
import { idPlace, pageOf, pageQuery, placeOf } from './page.ts'
import { act, type Route, read } from './route.ts'

const CANVAS = named(
  'Canvas',
  z.object({
    id: z.string(),
    teamId: z.string(),
    campaignId: z.string().nullable(),
    name: z.string(),
    objects: z.int().describe('How many there were when it was last kept'),
    createdBy: z.string().nullable(),
    createdAt: instant,
    changedAt: instant,
  }),
)

const CONTENT = named(
  'CanvasContent',
  z.object({
    objects: z.record(z.string(), canvasObject).describe('What stands on it, by key'),
    keptAt: instant.nullable().describe('While people work on it, it is kept every ten seconds'),
  }),
)

type Row = typeof canvas.$inferSelect
const shown = ({ workspaceId: _, archivedAt: __, ...row }: Row) => row

const canvases = read({
  path: '/canvases',
  name: 'listCanvases',
  summary: 'Canvases of the teams one may read that are not archived, the newest first',
  scope: 'canvas:read',
  query: pageQuery,
  output: { pageOf: CANVAS },
  async run(ctx, { query }) {
    const [before] = placeOf(query.cursor, idPlace) ?? []
    const teams = teamsWith(ctx.grants, 'canvas:read')
    const rows = await ctx.store.read
      .select()
      .from(canvas)
      .where(
        and(
          eq(canvas.workspaceId, ctx.workspaceId),
          isNull(canvas.archivedAt),
          teams === 'all' ? undefined : inArray(canvas.teamId, teams),
          before === undefined ? undefined : lt(canvas.id, before),
        ),
      )
      .orderBy(desc(canvas.id))
      .limit(query.limit + 1)
    const { items, next } = pageOf(rows, query.limit, (row) => [row.id])
    return { items: items.map(shown), next }
  },
})

const showCanvas = async (db: Db, ctx: Ctx, id: string) => shown(await loadCanvas(ctx, db, id, 'canvas:read'))

const oneCanvas = read({
  path: '/canvases/{id}',
  name: 'getCanvas',
  summary: 'One canvas, without what stands on it',
  scope: 'canvas:read',
  params: byId,
  output: CANVAS,
  run: (ctx, { params }) => showCanvas(ctx.store.read, ctx, params.id),
})

const content = read({
  path: '/canvases/{id}/objects',
  name: 'getCanvasObjects',
  summary: 'What stands on a canvas, as it was last kept',
  scope: 'canvas:read',
  params: byId,
  output: CONTENT,
  run: (ctx, { params }) => readKept(ctx, params.id),
})

const makeCanvas = act({
  method: 'post',
  path: '/canvases',
  name: 'createCanvas',
  summary: 'Makes a canvas, with up to 5,000 objects on it',
  scope: 'canvas:write',
  body: createCanvas.input.omit({ id: true }),
  output: CANVAS,
  creates: true,
  run: (ctx, { body }) => createCanvas(ctx, { ...body, id: newId() }),
  show: (db, ctx, { id }) => showCanvas(db, ctx, id),
})

export const canvasRoutes: Route[] = [canvases, oneCanvas, content, makeCanvas]
