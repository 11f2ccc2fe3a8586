import { and, desc, eq, gte, inArray, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { delivery, post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { DELIVERY_STATES } from '../delivery/delivery.rules.ts'
import { dropDelivery } from '../delivery/drop-delivery.ts'
import { retryDelivery } from '../delivery/retry-delivery.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import { byId, instant, named } from './named.ts'
import { idPlace, pageOf, paging, placeOf } from './page.ts'
import { act, type Route, read } from './route.ts'

const part = z.object({ remoteId: z.string(), url: z.string().nullable() })

const DELIVERY = named(
  'Delivery',
  z.object({
    id: z.string(),
    postId: z.string(),
    variantId: z.string(),
    channelId: z.string(),
    versionHash: z.string().describe('Hash of the content that goes out'),
    dueAt: instant.describe('The slot, epoch milliseconds'),
    tryAt: instant.describe('When sending is tried next, epoch milliseconds'),
    state: z.enum(DELIVERY_STATES),
    reason: z.string().nullable().describe('Why it was not sent: a code such as `network.rateLimited`'),
    detail: z.string().nullable(),
    attempts: z.int(),
    sentAt: instant.nullable(),
    parts: z.array(part).describe('What it became on the network'),
  }),
)

const list = read({
  path: '/deliveries',
  name: 'listDeliveries',
  summary: 'What is due, was sent or was not, and why; the newest first',
  scope: 'post:read',
  query: z.strictObject({
    ...paging,
    postId: z.string().optional(),
    channelId: z.string().optional(),
    state: z.enum(DELIVERY_STATES).optional(),
    dueSince: z.coerce.number().int().optional().describe('Epoch milliseconds'),
  }),
  output: { pageOf: DELIVERY },
  async run(ctx, { query }) {
    const [before] = placeOf(query.cursor, idPlace) ?? []
    const rows = await select(ctx.store.read)
      .where(
        and(
          readable(ctx),
          query.postId === undefined ? undefined : eq(delivery.postId, query.postId),
          query.channelId === undefined ? undefined : eq(delivery.channelId, query.channelId),
          query.state && eq(delivery.state, query.state),
          query.dueSince === undefined ? undefined : gte(delivery.dueAt, query.dueSince),
          before === undefined ? undefined : lt(delivery.id, before),
        ),
      )
      .orderBy(desc(delivery.id))
      .limit(query.limit + 1)
    const { items, next } = pageOf(rows, query.limit, (row) => [row.id])
    return { items: items.map(shown), next }
  },
})

const one = read({
  path: '/deliveries/{id}',
  name: 'getDelivery',
  summary: 'One delivery',
  scope: 'post:read',
  params: byId,
  output: DELIVERY,
  run: (ctx, { params }) => show(ctx.store.read, ctx, params.id),
})

const retry = act({
  method: 'post',
  path: '/deliveries/{id}/retry',
  name: 'retryDelivery',
  summary: 'Sends again what failed, expired or was held',
  scope: 'post:schedule',
  params: byId,
  output: DELIVERY,
  run: (ctx, { params }) => retryDelivery(ctx, { id: params.id }),
  show: (db, ctx, _, { params }) => show(db, ctx, params.id),
})

const drop = act({
  method: 'post',
  path: '/deliveries/{id}/drop',
  name: 'dropDelivery',
  summary: 'Gives up a slot that did not go out',
  scope: 'post:schedule',
  params: byId,
  output: DELIVERY,
  run: (ctx, { params }) => dropDelivery(ctx, { id: params.id }),
  show: (db, ctx, _, { params }) => show(db, ctx, params.id),
})

const columns = {
  id: delivery.id,
  postId: delivery.postId,
  variantId: delivery.variantId,
  channelId: delivery.channelId,
  versionHash: delivery.versionHash,
  dueAt: delivery.dueAt,
  tryAt: delivery.tryAt,
  state: delivery.state,
  reason: delivery.reason,
  detail: delivery.detail,
  attempts: delivery.attempts,
  sentAt: delivery.sentAt,
  remote: delivery.remote,
}

const select = (db: Db) => db.select(columns).from(delivery).innerJoin(post, eq(post.id, delivery.postId))

function readable(ctx: Ctx) {
  const teams = teamsWith(ctx.grants, 'post:read')
  const here = eq(delivery.workspaceId, ctx.workspaceId)
  return teams === 'all' ? here : and(here, inArray(post.teamId, teams))
}

function shown({
  remote: parts,
  ...row
}: Awaited<ReturnType<typeof rowOf>>): z.input<typeof DELIVERY.schema> {
  const sent = z.array(part).safeParse(parts)
  return { ...row, parts: sent.success ? sent.data.map(({ remoteId, url }) => ({ remoteId, url })) : [] }
}

async function rowOf(db: Db, ctx: Ctx, deliveryId: string) {
  const [row] = await select(db).where(and(readable(ctx), eq(delivery.id, deliveryId)))
  if (!row) throw notFound()
  return row
}

const show = async (db: Db, ctx: Ctx, deliveryId: string) => shown(await rowOf(db, ctx, deliveryId))

export const deliveryRoutes: Route[] = [list, one, retry, drop]
