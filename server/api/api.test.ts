import { Validator } from '@seriousme/openapi-schema-validator'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { bond, conversation, delivery, event, post, user } from '#db/schema.ts'
import { type Answer, type TestApi, testApi } from '#tests/support/api.ts'
import { makeChannel } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { openDemo } from '../workspace/open-demo.ts'
import { problemBody } from './api-problem.ts'
import { openApi } from './openapi.ts'
import { ROUTES } from './routes.ts'

let api: TestApi
let demo: Ctx
let other: Ctx
let ids: Record<string, string>
beforeAll(async () => {
  api = await testApi()
  const userId = newId()
  const before = async (db: Parameters<Parameters<Ctx['store']['write']>[0]>[0]) => {
    const row = { id: userId, email: 'o@example.org', name: 'Owner', zone: 'UTC', locale: 'en' as const }
    await db.insert(user).values({ ...row, createdAt: 0 })
  }
  demo = await openDemo(api.app, { userId, name: 'Owner', before }, null)
  other = (await api.workspace('Other')).owner
  ids = await things(demo)
})
afterAll(() => api.drop())

/** Ids of the demo by what they can be used for. */
async function things(ctx: Ctx): Promise<Record<string, string>> {
  const secret = (await api.token(ctx)).secret
  const first = async (path: string, fits = (_: { seriesId?: string | null }) => true): Promise<string> =>
    (await api.call(secret, 'GET', path)).body.items.find(fits).id
  const inState = async (state: 'failed' | 'expired') => {
    const [row] = await ctx.store.read
      .select({ id: delivery.id })
      .from(delivery)
      .where(and(eq(delivery.workspaceId, ctx.workspaceId), eq(delivery.state, state)))
    return row?.id ?? ''
  }
  const [open] = await ctx.store.read
    .select({ id: conversation.id })
    .from(conversation)
    .where(and(eq(conversation.workspaceId, ctx.workspaceId), eq(conversation.state, 'open')))
  return {
    team: await first('/teams'),
    channel: await first('/channels'),
    campaign: await first('/campaigns'),
    ...(await regional(ctx, secret)),
    canvas: await first('/canvases'),
    idea: await first('/posts?stage=idea'),
    draft: await first('/posts?stage=draft&limit=200', (one) => one.seriesId === null),
    reviewed: await first('/posts?stage=in_review'),
    approved: await first('/posts?stage=approved'),
    scheduled: await first('/posts?stage=scheduled'),
    failed: await inState('failed'),
    expired: await inState('expired'),
    conversation: open?.id ?? '',
  }
}

/** A region's post that waits for an answer to two changes of HQ, and the campaign it is of; a series, and a post to begin one. */
async function regional(ctx: Ctx, secret: string): Promise<Record<string, string>> {
  const bonds = await ctx.store.read.select().from(bond).where(eq(bond.workspaceId, ctx.workspaceId))
  const one = bonds.find(({ told }) => told.length > 0)
  const post = (await api.call(secret, 'GET', `/posts/${one?.childId}`)).body
  const [first, second] = (await api.call(secret, 'GET', '/posts?stage=scheduled&limit=2')).body.items
  const [running] = (await api.call(secret, 'GET', '/series')).body.items
  const rule = { every: 'week', step: 1, weekdays: [1] }
  const begun = { postId: first.id, rule, end: null }
  const series = running ?? (await api.call(secret, 'POST', '/series', begun)).body
  return {
    ...{ bound: post.id, central: one?.campaignId ?? '', region: one?.teamId ?? '', series: series.id },
    timed: second.id,
    revision: String(post.revision),
    seen: (await api.call(secret, 'GET', `/posts/${one?.childId}/bond`)).body.seen.title,
  }
}

/** One call of each route that works on the demo, in an order in which they do. */
const CALLS: Record<string, () => { id?: string | undefined; body?: unknown; query?: string }> = {
  getMe: () => ({}),
  listTeams: () => ({}),
  listEvents: () => ({ query: '?after=10&limit=20' }),
  listChannels: () => ({ query: '?limit=2' }),
  getChannel: () => ({ id: ids.channel }),
  listCampaigns: () => ({}),
  getCampaign: () => ({ id: ids.campaign }),
  getBond: () => ({ id: ids.bound }),
  takeChange: () => ({
    id: ids.bound,
    body: { fields: ['title'], seen: ids.seen, base: Number(ids.revision) },
  }),
  declineChange: () => ({ id: ids.bound, body: { fields: ['title'], seen: ids.seen } }),
  getCampaignRegions: () => ({ id: ids.central }),
  publishCampaign: () => ({ id: ids.central, body: { teamIds: [ids.region], clock: 'same' } }),
  lockFields: () => ({ id: ids.central, body: { teamIds: [ids.region], locked: ['labels'] } }),
  createCampaign: () => ({ body: { name: 'Made', teamId: ids.team, goal: 'To be made' } }),
  changeCampaign: () => ({
    id: ids.campaign,
    body: { name: 'Changed', teamId: ids.team, startsOn: '2026-01-01' },
  }),
  moveCampaign: () => ({
    id: ids.campaign,
    body: { from: { startsOn: '2026-01-01', endsOn: null }, by: 3, posts: 'stay' },
  }),
  archiveCampaign: () => ({ id: ids.campaign }),
  listCanvases: () => ({}),
  getCanvas: () => ({ id: ids.canvas }),
  getCanvasObjects: () => ({ id: ids.canvas }),
  createCanvas: () => ({
    body: {
      name: 'Made',
      teamId: ids.team,
      objects: { a: { kind: 'text', x: 0, y: 0, w: 200, h: 40, z: 'a0', text: 'Hello', size: 'm' } },
    },
  }),
  listPosts: () => ({ query: '?limit=3' }),
  exportPostsCsv: () => ({ query: `?team=${ids.team}` }),
  exportPostsJson: () => ({ query: '?q=a' }),
  getPost: () => ({ id: ids.idea }),
  createPost: () => ({ body: { title: 'Made', teamId: ids.team, channelIds: [ids.channel], labels: ['a'] } }),
  changePost: () => ({ id: ids.idea, body: { title: 'Changed', labels: ['b'] } }),
  editPost: () => ({ id: ids.draft, body: { base: 1, text: 'Another text' } }),
  submitPost: () => ({ id: ids.draft }),
  withdrawPost: () => ({ id: ids.reviewed }),
  schedulePost: () => ({ id: ids.approved, body: { at: { local: '2032-03-04T10:00', zone: 'UTC' } } }),
  unschedulePost: () => ({ id: ids.scheduled }),
  archivePost: () => ({ id: ids.idea }),
  restorePost: () => ({ id: ids.idea }),
  listSeries: () => ({ query: '?limit=1' }),
  getSeries: () => ({ id: ids.series }),
  startSeries: () => ({ body: { postId: ids.timed, rule: { every: 'day', step: 2 }, end: { times: 5 } } }),
  changeSeries: () => ({
    id: ids.series,
    body: { rule: { every: 'month', step: 1, on: { nth: -1, weekday: 5 } }, end: null, time: '09:30' },
  }),
  carrySeriesOn: () => ({ id: ids.timed }),
  endSeries: () => ({ id: ids.series, body: { remove: true } }),
  listDeliveries: () => ({ query: '?state=sent&limit=2' }),
  getDelivery: () => ({ id: ids.failed }),
  retryDelivery: () => ({ id: ids.failed }),
  dropDelivery: () => ({ id: ids.expired }),
  listConversations: () => ({ query: '?state=open' }),
  getConversation: () => ({ id: ids.conversation }),
  listMessages: () => ({ id: ids.conversation }),
  assignConversation: () => ({ id: ids.conversation, body: { assigneeId: demo.memberId } }),
  replyConversation: () => ({ id: ids.conversation, body: { text: 'We are on it.' } }),
  setConversationState: () => ({ id: ids.conversation, body: { to: 'pending' } }),
}

function call(name: string, secret: string | null, id?: string): Promise<Answer> {
  const route = ROUTES.find((one) => one.name === name)
  const { id: own, body, query = '' } = CALLS[name]?.() ?? {}
  if (!route) throw new Error(`no route ${name}`)
  return api.call(
    secret,
    route.method.toUpperCase(),
    route.path.replace('{id}', id ?? own ?? '') + query,
    body,
  )
}

it('describes itself in a valid document', async () => {
  const { status, body } = await api.call(null, 'GET', '/openapi.json')
  expect(status).toBe(200)
  expect(body).toEqual(JSON.parse(JSON.stringify(openApi())))
  const { valid, errors } = await new Validator().validate(body)
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  const named = Object.values(body.paths).flatMap((one) =>
    Object.values(one as object).map((op) => op.operationId),
  )
  expect(named.sort()).toEqual(Object.keys(CALLS).sort())
})

it('refuses every route without a token, with an unknown one, and without its scope', async () => {
  const viewer = await api.member(demo, 'viewer')
  const { secret: weak } = await api.token(viewer, ['chat:read'])
  for (const { name, scope } of ROUTES) {
    expect(await call(name, null)).toMatchObject({ status: 401, body: { code: 'api.token' } })
    expect(await call(name, 'hubbub_nothing')).toMatchObject({ status: 401 })
    if (scope !== 'signed-in')
      expect(await call(name, weak), name).toMatchObject({ status: 403, body: { code: 'request.forbidden' } })
  }
})

it('refuses every id of another workspace as if there were none', async () => {
  const { secret } = await api.token(other)
  for (const { name, path } of ROUTES) {
    if (!path.includes('{id}')) continue
    const answer = await call(name, secret)
    expect(answer.status, name).toBe(404)
    expect(answer.body.code, name).toBe('request.notFound')
  }
  for (const name of ['createPost', 'createCampaign', 'startSeries'])
    expect(await call(name, secret), name).toMatchObject({ status: 404, body: { code: 'request.notFound' } })
  expect((await call('listPosts', secret)).body).toEqual({ items: [], next: null })
})

it('answers every declared route as the document says', async () => {
  ids = await things(demo)
  const { secret } = await api.token(demo)
  for (const [name] of Object.entries(CALLS)) {
    const route = ROUTES.find((one) => one.name === name)
    const answer = await call(name, secret)
    expect(answer.status, `${name} ${JSON.stringify(answer.body)}`).toBe(route?.status)
    const output = route?.output
    if (!output) throw new Error('no such route')
    if ('file' in output) {
      expect(answer.headers.get('content-type')).toContain(output.file)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="posts-/)
      continue
    }
    const shape =
      'pageOf' in output
        ? z.strictObject({ items: z.array(output.pageOf.schema.strict()), next: z.string().nullable() })
        : output.schema.strict()
    const checked = shape.safeParse(answer.body)
    expect(checked.error?.issues ?? [], name).toEqual([])
  }
})

it('pages through everything once, whatever is made meanwhile', async () => {
  const { secret } = await api.token(demo)
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body }: Answer = await api.call(secret, 'GET', `/posts?limit=40${cursor && `&cursor=${cursor}`}`)
    seen.push(...body.items.map((one: { id: string }) => one.id))
    cursor = body.next
    await api.call(secret, 'POST', '/posts', { title: 'Meanwhile', teamId: ids.team })
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThan(130)
})

it('takes cursors as places only', async () => {
  const { secret } = await api.token(demo)
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  for (const cursor of [
    'x',
    "' OR 1=1 --",
    encode({ id: 1 }),
    encode([1]),
    encode(['a', 'b']),
    encode(null),
    encode([['a']]),
  ]) {
    const answer = await api.call(secret, 'GET', `/posts?cursor=${encodeURIComponent(cursor)}`)
    expect(answer, cursor).toMatchObject({ status: 400, body: { code: 'api.cursor' } })
  }
  const sql = encode(["'; DROP TABLE post; --"])
  expect((await api.call(secret, 'GET', `/posts?cursor=${sql}`)).status).toBe(200)
  const [row] = await demo.store.read
    .select()
    .from(post)
    .where(eq(post.workspaceId, demo.workspaceId))
    .limit(1)
  expect(row).toBeDefined()
})

it('says what is wrong with a call, field by field', async () => {
  const { secret } = await api.token(demo)
  const bad = await api.call(secret, 'POST', '/posts', {
    title: '',
    teamId: 3,
    colour: 'red',
    channelIds: ['x', 4],
  })
  expect(bad.headers.get('content-type')).toContain('application/problem+json')
  expect(problemBody.safeParse(bad.body).success).toBe(true)
  expect(bad.status).toBe(422)
  const paths = bad.body.errors.map((one: { path: string }) => one.path).sort()
  expect(paths).toEqual(['body.channelIds.1', 'body.colour', 'body.teamId', 'body.title'])
  const query = await api.call(secret, 'GET', '/posts?limit=0&colour=red')
  expect(query).toMatchObject({ status: 400, body: { code: 'api.invalid' } })
  const missing = await api.call(secret, 'POST', '/posts', {
    title: 'x',
    teamId: ids.team,
    channelIds: ['nowhere'],
  })
  expect(missing).toMatchObject({ status: 404, body: { errors: [{ path: 'body.channelIds.0' }] } })
  expect(await api.call(secret, 'POST', '/posts', '{"a":')).toMatchObject({
    status: 400,
    body: { code: 'api.json' },
  })
  expect(await api.call(secret, 'POST', '/posts', 'a=1', { 'content-type': 'text/plain' })).toMatchObject({
    status: 415,
  })
  expect(await api.call(secret, 'POST', '/posts', `{"title":"${'x'.repeat(1_100_000)}"}`)).toMatchObject({
    status: 413,
  })
  expect(await api.call(secret, 'DELETE', '/posts')).toMatchObject({ status: 405 })
  expect(await api.call(secret, 'GET', '/nothing')).toMatchObject({
    status: 404,
    body: { code: 'request.notFound' },
  })
  expect(bad.headers.get('access-control-allow-origin')).toBeNull()
})

it('makes a post with channels, person and due time in one call, under the rules of each', async () => {
  const { secret } = await api.token(demo, ['post:read', 'post:write', 'channel:read'])
  const teamId = ids.team ?? ''
  const channelId = await makeChannel(demo, teamId)
  const body = {
    title: 'All at once',
    teamId,
    stage: 'draft',
    channelIds: [channelId],
    assigneeId: demo.memberId,
    due: { local: '2026-12-24T09:30', zone: 'Asia/Seoul' },
  }
  const made = await api.call(secret, 'POST', '/posts', body)
  expect(made).toMatchObject({
    status: 201,
    body: {
      assigneeId: demo.memberId,
      dueAt: Date.parse('2026-12-24T00:30:00Z'),
      variants: [{ channelId }],
    },
  })
  const region = await api.team(demo, 'Far away')
  const regional = await api.member(demo, 'editor', { narrowedTo: [region] })
  const theirs = await api.token(regional, ['post:read', 'post:write', 'channel:read'])
  const refused = await api.call(theirs.secret, 'POST', '/posts', { ...body, teamId: region })
  expect(refused).toMatchObject({ status: 404, body: { code: 'request.notFound' } })
})

it('tells events by what their reader may hear', async () => {
  const region = await api.team(demo, 'Elsewhere')
  const regional = await api.member(demo, 'editor', { narrowedTo: [region] })
  const { secret } = await api.token(regional, ['post:read', 'post:write'])
  const made = await api.call(secret, 'POST', '/posts', { title: 'Ours', teamId: region })
  const [last] = await demo.store.read
    .select({ n: event.n })
    .from(event)
    .where(and(eq(event.workspaceId, demo.workspaceId), eq(event.subjectId, made.body.id)))
  const { body } = await api.call(secret, 'GET', `/events?after=${(last?.n ?? 0) - 2}`)
  expect(body.items.map((one: { type: string | null }) => one.type)).toEqual([null, 'post.created'])
  expect(body.head).toBe(last?.n)
  const listed = await api.call(secret, 'GET', '/posts')
  expect(listed.body.items.map((one: { title: string }) => one.title)).toEqual(['Ours'])
})
