import { and, desc, eq, inArray, isNull, lt, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { campaign, channel } from '#db/schema.ts'
import { campaignSettings, kpiTarget } from '../campaign/campaign.rules.ts'
import { archiveCampaign, changeCampaign } from '../campaign/change-campaign.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import { money } from '../campaign/money.rules.ts'
import { moveCampaign } from '../campaign/move-campaign.ts'
import { visibleCampaigns } from '../campaign/visible-campaigns.ts'
import { channelView, viewOf } from '../channel/channel-view.rules.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import { byId, instant, named } from './named.ts'
import { idPlace, pageOf, pageQuery, placeOf } from './page.ts'
import { act, type Route, read } from './route.ts'

const CHANNEL = named('Channel', channelView)

const CAMPAIGN = named(
  'Campaign',
  z.object({
    id: z.string(),
    teamId: z.string(),
    name: z.string(),
    goal: z.string(),
    hue: z.int(),
    startsOn: z.string().nullable().describe('Local day, YYYY-MM-DD'),
    endsOn: z.string().nullable().describe('Local day, YYYY-MM-DD'),
    targets: z.array(kpiTarget),
    budget: money.nullable().describe('In minor units of its currency (ISO 4217)'),
    brief: z.string().describe('Plain text'),
    briefRevision: z.int(),
    createdAt: instant,
    archivedAt: instant.nullable(),
  }),
)

const readableChannels = (ctx: Ctx) => {
  const teams = teamsWith(ctx.grants, 'channel:read')
  return and(
    eq(channel.workspaceId, ctx.workspaceId),
    isNull(channel.removedAt),
    teams === 'all' ? undefined : inArray(channel.teamId, teams),
  )
}

const channels = read({
  path: '/channels',
  name: 'listChannels',
  summary: 'Connected profiles of the teams one may read, the newest first',
  scope: 'channel:read',
  query: pageQuery,
  output: { pageOf: CHANNEL },
  async run(ctx, { query }) {
    const [before] = placeOf(query.cursor, idPlace) ?? []
    const rows = await ctx.store.read
      .select()
      .from(channel)
      .where(and(readableChannels(ctx), before === undefined ? undefined : lt(channel.id, before)))
      .orderBy(desc(channel.id))
      .limit(query.limit + 1)
    const { items, next } = pageOf(rows, query.limit, (row) => [row.id])
    return { items: items.map(viewOf), next }
  },
})

const oneChannel = read({
  path: '/channels/{id}',
  name: 'getChannel',
  summary: 'One connected profile',
  scope: 'channel:read',
  params: byId,
  output: CHANNEL,
  async run(ctx, { params }) {
    const [row] = await ctx.store.read
      .select()
      .from(channel)
      .where(and(readableChannels(ctx), eq(channel.id, params.id)))
    if (!row) throw notFound()
    return viewOf(row)
  },
})

const campaigns = read({
  path: '/campaigns',
  name: 'listCampaigns',
  summary: 'Campaigns of the teams one may read, and those of HQ, that are not archived; the newest first',
  scope: 'campaign:read',
  query: pageQuery,
  output: { pageOf: CAMPAIGN },
  async run(ctx, { query }) {
    const [before] = placeOf(query.cursor, idPlace) ?? []
    const rows = await ctx.store.read
      .select()
      .from(campaign)
      .where(
        and(
          eq(campaign.workspaceId, ctx.workspaceId),
          isNull(campaign.archivedAt),
          visibleCampaigns(ctx.store.read, ctx),
          before === undefined ? undefined : lt(campaign.id, before),
        ),
      )
      .orderBy(desc(campaign.id))
      .limit(query.limit + 1)
    const { items, next } = pageOf(rows, query.limit, (row) => [row.id])
    return { items: items.map(asCampaign), next }
  },
})

const oneCampaign = read({
  path: '/campaigns/{id}',
  name: 'getCampaign',
  summary: 'One campaign',
  scope: 'campaign:read',
  params: byId,
  output: CAMPAIGN,
  run: (ctx, { params }) =>
    showCampaign(ctx.store.read, ctx, params.id, visibleCampaigns(ctx.store.read, ctx)),
})

const makeCampaign = act({
  method: 'post',
  path: '/campaigns',
  name: 'createCampaign',
  summary: 'Makes a campaign',
  scope: 'campaign:write',
  body: campaignSettings,
  output: CAMPAIGN,
  creates: true,
  run: (ctx, { body }) => createCampaign(ctx, { ...body, id: newId() }),
  show: (db, ctx, { id }) => showCampaign(db, ctx, id),
})

const replaceCampaign = act({
  method: 'put',
  path: '/campaigns/{id}',
  name: 'changeCampaign',
  summary: "Replaces a campaign's settings",
  scope: 'campaign:write',
  params: byId,
  body: campaignSettings,
  output: CAMPAIGN,
  run: (ctx, { params, body }) => changeCampaign(ctx, { ...body, id: params.id }),
  show: (db, ctx, { id }) => showCampaign(db, ctx, id),
})

const MOVED = named(
  'CampaignMoved',
  z.object({
    campaign: CAMPAIGN.schema,
    ask: z
      .object({
        posts: z.int().describe('Posts with a send time that have not gone out'),
        regions: z.object({
          follow: z.int().describe("Regions' posts that would follow at once: HQ has locked their time"),
          asked: z.int().describe("Regions' posts whose region would be asked"),
        }),
      })
      .nullable()
      .describe('Nothing was moved: say with `posts` whether these move along. Null when it was moved'),
    moved: z.array(
      z.object({ id: z.string(), sendLocal: z.string().nullable().describe('The local time it has now') }),
    ),
    refused: z
      .array(
        z.object({
          ...{ id: z.string(), title: z.string(), code: z.string() },
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      )
      .describe('Posts that stayed, each with the code of the problem it would have had alone'),
  }),
)

const shiftCampaign = act({
  method: 'post',
  path: '/campaigns/{id}/move',
  name: 'moveCampaign',
  summary: 'Moves a campaign by days, alone or with its posts, which keep their local times',
  scope: 'campaign:write',
  params: byId,
  body: moveCampaign.input.omit({ id: true }).strict(),
  output: MOVED,
  run: (ctx, { params, body }) => moveCampaign(ctx, { ...body, id: params.id }),
  show: async (db, ctx, answer, { params }) => {
    const campaign = await showCampaign(db, ctx, params.id)
    if ('ask' in answer) {
      const { ask: posts, regions } = answer
      return { campaign, ask: { posts, regions }, moved: [], refused: [] }
    }
    return { campaign, ask: null, ...answer }
  },
})

const endCampaign = act({
  method: 'post',
  path: '/campaigns/{id}/archive',
  name: 'archiveCampaign',
  summary: 'Takes a campaign out of the lists; its posts keep it',
  scope: 'campaign:write',
  params: byId,
  output: CAMPAIGN,
  run: (ctx, { params }) => archiveCampaign(ctx, { id: params.id }),
  show: (db, ctx, _, { params }) => showCampaign(db, ctx, params.id),
})

const asCampaign = ({ workspaceId: _, budget, currency, ...row }: typeof campaign.$inferSelect) =>
  ({
    ...row,
    budget: budget === null || currency === null ? null : { amount: budget, currency },
  }) as z.input<typeof CAMPAIGN.schema>

async function showCampaign(db: Db, ctx: Ctx, id: string, visible?: SQL) {
  const [row] = await db
    .select()
    .from(campaign)
    .where(and(eq(campaign.workspaceId, ctx.workspaceId), eq(campaign.id, id), visible))
  if (!row) throw notFound()
  return asCampaign(row)
}

export const planRoutes: Route[] = [
  channels,
  oneChannel,
  campaigns,
  oneCampaign,
  makeCampaign,
  replaceCampaign,
  shiftCampaign,
  endCampaign,
]
