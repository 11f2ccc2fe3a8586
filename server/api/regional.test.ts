import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, testApi } from '#tests/support/api.ts'
import { makeChannel } from '#tests/support/posts.ts'
import { reschedulePost } from '../post/reschedule-post.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.drop())

/** HQ with a post in a campaign, Seoul with an editor, Iberia with nobody; tokens of HQ and of the editor. */
async function scene() {
  const { owner, teamId: hq } = await api.workspace()
  const seoul = await api.team(owner, 'Seoul', 'Asia/Seoul')
  const iberia = await api.team(owner, 'Iberia', 'Europe/Madrid')
  const mina = await api.member(owner, 'editor', { narrowedTo: [seoul] })
  const channel = await makeChannel(owner, hq)
  await makeChannel(owner, seoul)
  const { secret } = await api.token(owner)
  const hers = (await api.token(mina, ['post:read', 'post:write', 'campaign:read'])).secret
  const make = async (path: string, body: object) => (await api.call(secret, 'POST', path, body)).body
  const campaign = await make('/campaigns', { name: 'Winter', teamId: hq })
  const parent = await make('/posts', {
    ...{ title: 'Teaser', text: 'Hello', stage: 'draft', teamId: hq },
    ...{ campaignId: campaign.id, channelIds: [channel] },
  })
  const publish = { teamIds: [seoul, iberia], locked: ['labels'] }
  const report = await make(`/campaigns/${campaign.id}/publish`, publish)
  const own = (teamId: string): string =>
    report.posts[0].regions.find((one: { teamId: string }) => one.teamId === teamId).postId
  return {
    owner,
    mina,
    seoul,
    iberia,
    secret,
    hers,
    campaign,
    parent,
    child: own(seoul),
    sibling: own(iberia),
  }
}

it('publishes, tells what HQ changed, and takes the region’s answers', async () => {
  const of = await scene()
  const bond = async () => (await api.call(of.hers, 'GET', `/posts/${of.child}/bond`)).body
  const field = async (name: string) =>
    (await bond()).fields.find((one: { field: string }) => one.field === name)
  // HQ's posts are not for the region to read: a name, no id.
  expect((await bond()).parent).toEqual({ id: null, title: 'Teaser', gone: false })
  expect(await field('labels')).toMatchObject({ state: 'locked', waiting: false, difference: null })
  const rename = { title: 'Another' }
  await api.call(of.secret, 'PATCH', `/posts/${of.parent.id}`, rename)
  const edit = { base: of.parent.revision, text: 'Hello, world' }
  await api.call(of.secret, 'PUT', `/posts/${of.parent.id}/content`, edit)
  await api.readers.drain(of.owner.workspaceId)
  expect(await field('text')).toMatchObject({
    ...{ state: 'inherited', waiting: true },
    difference: { before: [{ network: null, text: 'Hello' }], after: [{ text: 'Hello, world' }] },
  })
  const { seen } = await bond()
  const { revision } = (await api.call(of.hers, 'GET', `/posts/${of.child}`)).body
  const take = { fields: ['text'], seen: seen.text, base: revision }
  expect(await api.call(of.hers, 'POST', `/posts/${of.child}/bond/take`, take)).toMatchObject({ status: 200 })
  expect((await api.call(of.hers, 'GET', `/posts/${of.child}`)).body.text).toBe('Hello, world')
  const decline = { fields: ['title'], seen: seen.title }
  const declined = await api.call(of.hers, 'POST', `/posts/${of.child}/bond/decline`, decline)
  expect(declined.body.fields[0]).toMatchObject({ field: 'title', waiting: false, declined: true })
  const late = { fields: ['title'], seen: 'something else' }
  expect(await api.call(of.hers, 'POST', `/posts/${of.child}/bond/decline`, late)).toMatchObject({
    ...{ status: 409, body: { code: 'bond.changedMeanwhile' } },
  })
  const locked = { fields: ['labels'], seen: seen.labels }
  expect(await api.call(of.hers, 'POST', `/posts/${of.child}/bond/decline`, locked)).toMatchObject({
    ...{ status: 409, body: { code: 'bond.fieldLocked' } },
  })
})

it('shows a region its own column, and lets it publish or lock nothing', async () => {
  const of = await scene()
  const { body } = await api.call(of.hers, 'GET', `/campaigns/${of.campaign.id}/regions`)
  expect(body.regions.map((one: { id: string }) => one.id)).toEqual([of.seoul])
  expect(body.posts).toMatchObject([{ id: null, regions: [{ teamId: of.seoul, postId: of.child }] }])
  expect(JSON.stringify(body)).not.toContain(of.sibling)
  const lock = { teamIds: [of.seoul], locked: [] }
  const refused = { status: 403, body: { code: 'request.forbidden' } }
  for (const act of ['publish', 'lock'])
    expect(await api.call(of.hers, 'POST', `/campaigns/${of.campaign.id}/${act}`, lock)).toMatchObject(
      refused,
    )
  const gone = { status: 404, body: { code: 'request.notFound' } }
  expect(await api.call(of.hers, 'GET', `/posts/${of.sibling}/bond`)).toMatchObject(gone)
  const answer = { fields: ['text'], seen: '' }
  expect(await api.call(of.hers, 'POST', `/posts/${of.sibling}/bond/decline`, answer)).toMatchObject(gone)
})

it('starts, changes and ends a series, and says what lies ahead', async () => {
  const of = await scene()
  const rule = { every: 'week', step: 1, weekdays: [1, 4] }
  const body = { postId: of.child, rule, end: null }
  expect(await api.call(of.hers, 'POST', '/series', body)).toMatchObject({
    ...{ status: 422, body: { code: 'series.needsTime' } },
  })
  const timed = (await api.call(of.hers, 'POST', '/posts', { title: 'Weekly', teamId: of.seoul })).body
  const { reschedulePost } = await import('../post/reschedule-post.ts')
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const to = { local: `${day}T09:00`, zone: 'Asia/Seoul' }
  const from = { sendLocal: null, sendZone: null }
  await reschedulePost(of.owner, { id: timed.id, from, to, confirmed: false })
  const key = { 'idempotency-key': 'weekly' }
  const begin = () => api.call(of.hers, 'POST', '/series', { ...body, postId: timed.id }, key)
  const made = await begin()
  expect(made).toMatchObject({ status: 201, body: { rule, end: null, time: '09:00', endedAt: null } })
  expect(made.body.ahead).toBeGreaterThan(20)
  expect((await begin()).body).toEqual(made.body)
  const listed = (await api.call(of.hers, 'GET', '/series')).body
  expect(listed.items.map((one: { id: string }) => one.id)).toEqual([made.body.id])
  const path = `/series/${made.body.id}`
  const change = { rule, end: { times: 4 }, time: '11:00' }
  expect((await api.call(of.hers, 'PUT', path, change)).body).toMatchObject({ ahead: 3, time: '11:00' })
  const ended = await api.call(of.hers, 'POST', `${path}/end`, { remove: true })
  expect(ended.body).toMatchObject({ ahead: 0, nextAt: null, endedAt: expect.any(Number) })
  expect((await api.call(of.hers, 'GET', '/series')).body.items).toEqual([])
  expect((await api.call(of.hers, 'GET', path)).status).toBe(200)
})

it('shows and gives a series only to the people of its team', async () => {
  const of = await scene()
  const other = await api.member(of.owner, 'editor', { narrowedTo: [of.iberia] })
  const { secret } = await api.token(other, ['post:read', 'post:write'])
  const reader = (await api.token(other, ['post:read'])).secret
  const body = { postId: of.child, rule: { every: 'day', step: 1 }, end: null }
  expect(await api.call(secret, 'POST', '/series', body)).toMatchObject({ status: 404 })
  expect(await api.call(reader, 'POST', '/series', body)).toMatchObject({ status: 403 })
  expect((await api.call(secret, 'GET', '/series')).body.items).toEqual([])
})

it('moves a campaign by days: asks first, then with its posts, and refuses who saw other days or may not', async () => {
  const of = await scene()
  const campaign = `/campaigns/${of.campaign.id}`
  const move = (body: object, secret = of.secret) => api.call(secret, 'POST', `${campaign}/move`, body)
  const days = { startsOn: '2036-06-01', endsOn: '2036-06-30' }
  const { owner, parent } = of
  await api.call(of.secret, 'PUT', campaign, { name: 'Winter', teamId: parent.teamId, ...days })
  await reschedulePost(owner, {
    ...{ id: parent.id, from: { sendLocal: null, sendZone: null }, confirmed: false },
    to: { local: '2036-06-10T09:00', zone: 'UTC' },
  })
  await api.readers.drain(owner.workspaceId)
  expect(await move({ from: days, by: 7 })).toMatchObject({
    ...{ status: 200 },
    body: {
      campaign: days,
      ask: { posts: 1, regions: { follow: 0, asked: 2 } },
      ...{ moved: [], refused: [] },
    },
  })
  const late = await move({ from: { ...days, endsOn: null }, by: 7, posts: 'along' })
  expect(late).toMatchObject({ status: 409, body: { code: 'campaign.movedMeanwhile', status: 409 } })
  expect(late.headers.get('content-type')).toContain('application/problem+json')
  expect(await move({ from: days, by: 7, posts: 'along' })).toMatchObject({
    ...{ status: 200 },
    body: {
      ...{ ask: null, campaign: { startsOn: '2036-06-08', endsOn: '2036-07-07' }, refused: [] },
      moved: [{ id: parent.id, sendLocal: '2036-06-17T09:00' }],
    },
  })
  // The region's post waits for the region; the region's token may not move HQ's campaign, with or without the scope.
  expect((await api.call(of.hers, 'GET', `/posts/${of.child}`)).body.sendTime?.local ?? null).toBeNull()
  expect(await move({ from: days, by: 1 }, of.hers)).toMatchObject({ status: 403 })
  const wider = await api.token(of.mina, ['campaign:read', 'campaign:write'])
  expect((await move({ from: days, by: 1 }, wider.secret)).status).toBe(403)
  expect(await move({ from: days, by: 0.5 })).toMatchObject({
    status: 422,
    body: { code: 'api.invalid' },
  })
})
