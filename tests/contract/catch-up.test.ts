import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { and, eq, isNull } from 'drizzle-orm'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { byId, type CardStore, createCardStore } from '#app/board/card-store.ts'
import { byColumn } from '#app/board/groupings.ts'
import { createLogFollower } from '#app/live/log-follower.ts'
import { newId } from '#db/id.ts'
import { post } from '#db/schema.ts'
import { readHead } from '#server/core/at-head.ts'
import type { Ctx } from '#server/core/ctx.ts'
import type { Missed } from '#server/event/missed.ts'
import { createSockets, type Sockets } from '#server/event/sockets.ts'
import { memberCtx } from '#server/member/member-ctx.ts'
import { archivePost, restorePost } from '#server/post/archive-post.ts'
import { readBoard } from '#server/post/card.reads.ts'
import type { Card } from '#server/post/card.rules.ts'
import { changePost } from '#server/post/change-post.ts'
import { createPost } from '#server/post/create-post.ts'
import { movePost } from '#server/post/move-post.ts'
import { rankBetween } from '#server/post/rank.rules.ts'
import { reschedulePost } from '#server/post/reschedule-post.ts'
import { type TestCore, testCore } from '../support/core.ts'

let core: TestCore
let sockets: Sockets
let url: string
let owner: Ctx
let teamId: string

beforeAll(async () => {
  core = await testCore()
  const made = await core.workspace()
  owner = made.owner
  teamId = made.teamId
  const http = createServer()
  sockets = createSockets({
    app: core.app,
    http,
    views: [],
    allowOrigin: () => true,
    identify: async (_cookie, slug) => {
      const ctx = await memberCtx(core.app, { slug }, { userId: owner.userId ?? '' }, newId())
      return ctx && { ctx, sessionId: 'test' }
    },
    refresh: async (ctx) => ctx,
    alive: async (ids) => new Set(ids),
    onCut: () => undefined,
  })
  await new Promise<void>((resolve) => http.listen(0, resolve))
  url = `http://localhost:${(http.address() as AddressInfo).port}`
})
afterAll(async () => {
  await sockets.close()
  await core.drop()
})

/** The same numbers for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

interface Client {
  cards: CardStore
  socket: Socket
  at(): number | undefined
}

/** A browser's board without the browser: socket, follower, card store. */
async function openBoard(): Promise<Client> {
  const head = await readHead(owner)
  const cards = createCardStore(byId(await readBoard(owner)), byColumn([]))
  const socket = io(url, {
    auth: { workspace: owner.workspaceSlug },
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 20,
  })
  const log = createLogFollower(
    (after) => socket.timeout(5000).emitWithAck('after', after) as Promise<Missed>,
  )
  socket.on('connect', () => void log.catchUp().catch(() => undefined))
  socket.on('e', log.receive)
  socket.on('head', log.head)
  log.listen({ since: head, hear: (event) => cards.hear(event, null), reload: () => expect.unreachable() })
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  return { cards, socket, at: log.at }
}

const LABELS = ['tea', 'launch', '리필', 'offer']

/** One random change, as a person makes it; refusals (somebody was faster) are part of it. */
async function change(random: () => number, ids: string[]): Promise<void> {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const id = pick(ids)
  const what = random()
  // Only what a change says of where a card was: whole cards five hundred times were most of this test's work.
  const cards = await owner.store.read
    .select({
      id: post.id,
      stage: post.stage,
      rank: post.rank,
      sendLocal: post.sendLocal,
      sendZone: post.sendZone,
    })
    .from(post)
    .where(and(eq(post.workspaceId, owner.workspaceId), isNull(post.archivedAt)))
    .orderBy(post.rank, post.id)
  const card = cards.find((one) => one.id === id)
  if (!card || what < 0.2) {
    const input = {
      teamId,
      title: `Post ${Math.floor(random() * 1e6)}`,
      stage: pick(['idea', 'draft'] as const),
    }
    ids.push((await createPost(owner, createPost.input.parse(input))).id)
  } else if (what < 0.5) {
    const { stage, rank } = card
    const to = {
      stage: pick(['idea', 'draft'] as const),
      rank: rankBetween(pick(cards).rank, null, random),
    }
    await movePost(owner, { id: card.id, from: { stage, rank }, to })
  } else if (what < 0.75) {
    await changePost(owner, {
      id: card.id,
      title: `Named ${Math.floor(random() * 1e6)}`,
      labels: [pick(LABELS)],
    })
  } else if (what < 0.92) {
    const day = `2031-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`
    const { sendLocal, sendZone } = card
    await reschedulePost(owner, {
      id: card.id,
      from: { sendLocal, sendZone },
      to: { day, zone: pick(['UTC', 'Asia/Seoul', 'Europe/Madrid']) },
      confirmed: true,
    })
  } else {
    await archivePost(owner, { id: card.id })
    if (random() < 0.5) await restorePost(owner, { id: card.id })
  }
}

const picture = (cards: Iterable<Card>) =>
  [...cards].sort((a, b) => (a.id < b.id ? -1 : 1)).map((card) => ({ ...card }))

it.each([1, 2, 3])(
  'a client cut off during 500 changes ends like one that was not (seed %i)',
  async (seed) => {
    const random = seeded(seed)
    const ids: string[] = []
    for (let i = 0; i < 20; i++) await change(random, ids)
    const steady = await openBoard()
    const cut = await openBoard()
    for (let i = 0; i < 500; i++) {
      // Away for most of the time, with short returns and cuts in the middle of catching up.
      if (i === 10) cut.socket.disconnect()
      if (i > 10 && i % 97 === 0) cut.socket.connect()
      if (i > 10 && i % 97 === 1 + Math.floor(random() * 5)) cut.socket.disconnect()
      await change(random, ids)
    }
    cut.socket.connect()
    const head = await readHead(owner)
    await expect.poll(() => [steady.at(), cut.at()], { timeout: 10_000 }).toEqual([head, head])
    const truth = picture(await readBoard(owner))
    expect(picture(steady.cards.getState().cards.values())).toEqual(truth)
    expect(picture(cut.cards.getState().cards.values())).toEqual(truth)
    expect(cut.cards.getState().groups).toEqual(steady.cards.getState().groups)
    steady.socket.close()
    cut.socket.close()
  },
  400_000,
)
