import { and, asc, desc, eq, gt, lt, ne, type SQL } from 'drizzle-orm'
import { practiceAccount, practiceEntry } from '#db/schema.ts'
import type { Ctx } from '../../core/ctx.ts'
import { may } from '../../member/permission.rules.ts'
import { selectEntries, viewEntries, withBeginnings } from './practice-entries.reads.ts'
import { pageOf } from './practice-page.ts'
import { readStorm } from './practice-storm.reads.ts'

const LIMIT = 100
const CHANGED = 200

/**
 * The page of a practice channel: its newest hundred public entries and direct messages (with the first entries of
 * their threads, so perhaps a few more), its audience, and the storm over it. `head` is the place up to which it is
 * told; ask `readPracticeSince` from there. Rejects with request.notFound or forbidden.
 */
export async function readPractice(ctx: Ctx, channelId: string) {
  const { pageId, teamId } = await pageOf(ctx, channelId, 'channel:read')
  const { read } = ctx.store
  const { workspaceId } = ctx
  const accounts = await read
    .select()
    .from(practiceAccount)
    .where(eq(practiceAccount.workspaceId, workspaceId))
    .orderBy(asc(practiceAccount.name))
  const own = accounts.find(({ id }) => id === pageId)
  const audience = accounts.filter(({ kind }) => kind === 'persona')
  const said = await readPracticeBefore(ctx, channelId)
  return {
    channelId,
    teamId,
    mayPlay: may(ctx.grants, 'practice:play', teamId),
    profile: {
      id: pageId,
      handle: own?.handle ?? '',
      name: own?.name ?? '',
      followers: audience.length + (own?.crowd?.followers ?? 0),
    },
    head: own?.head ?? 0,
    audience: audience.map(({ id, handle, name, language }) => ({ id, handle, name, language })),
    storm: await readStorm(read, workspaceId, channelId),
    ...said,
  }
}
export type PracticePage = Awaited<ReturnType<typeof readPractice>>

/** What was said in public before a place, newest first; without one also the newest direct messages. */
export async function readPracticeBefore(ctx: Ctx, channelId: string, before?: number) {
  const { pageId } = await pageOf(ctx, channelId, 'channel:read')
  const { read } = ctx.store
  const newest = (which: SQL | undefined) =>
    selectEntries(read)
      .where(and(eq(practiceEntry.workspaceId, ctx.workspaceId), eq(practiceEntry.pageId, pageId), which))
      .orderBy(desc(practiceEntry.n))
      .limit(LIMIT)
  const open = await newest(
    and(ne(practiceEntry.kind, 'direct'), before === undefined ? undefined : lt(practiceEntry.n, before)),
  )
  const direct = before === undefined ? await newest(eq(practiceEntry.kind, 'direct')) : []
  const rows = await withBeginnings(read, ctx.workspaceId, [...open, ...direct])
  const entries = await viewEntries(read, ctx.workspaceId, rows, ctx.now())
  return {
    entries: entries.sort((a, b) => b.n - a.n),
    /** The place to ask further back from; null when there is nothing more. */
    before: open.length === LIMIT ? (open.at(-1)?.entry.n ?? null) : null,
  }
}

/** The direct messages between somebody of the audience and the channel: the newest hundred, in order. */
export async function readPracticeDirect(ctx: Ctx, channelId: string, personaId: string) {
  const { pageId } = await pageOf(ctx, channelId, 'channel:read')
  const rows = await selectEntries(ctx.store.read)
    .where(
      and(
        eq(practiceEntry.workspaceId, ctx.workspaceId),
        eq(practiceEntry.pageId, pageId),
        eq(practiceEntry.kind, 'direct'),
        eq(practiceEntry.threadId, personaId),
      ),
    )
    .orderBy(desc(practiceEntry.n))
    .limit(LIMIT)
  return { entries: await viewEntries(ctx.store.read, ctx.workspaceId, rows.reverse(), ctx.now()) }
}

/**
 * What has been said, answered or liked since a place: at most two hundred entries in the order of their last change.
 * `more`: ask again from `head`.
 */
export async function readPracticeSince(ctx: Ctx, channelId: string, since: number) {
  const { pageId } = await pageOf(ctx, channelId, 'channel:read')
  const { read } = ctx.store
  const { workspaceId } = ctx
  // Places are given out under the workspace's lock: up to this one, read first, everything is there to be seen.
  const [page] = await read
    .select({ head: practiceAccount.head })
    .from(practiceAccount)
    .where(and(eq(practiceAccount.workspaceId, workspaceId), eq(practiceAccount.id, pageId)))
  const rows = await selectEntries(read)
    .where(
      and(
        eq(practiceEntry.workspaceId, workspaceId),
        eq(practiceEntry.pageId, pageId),
        gt(practiceEntry.touched, since),
      ),
    )
    .orderBy(asc(practiceEntry.touched))
    .limit(CHANGED)
  const more = rows.length === CHANGED
  const full = await withBeginnings(read, workspaceId, rows)
  return {
    entries: await viewEntries(read, workspaceId, full, ctx.now()),
    // Several may share a place: what stands at the last one is told again.
    head: more ? (rows.at(-1)?.entry.touched ?? since) - 1 : (page?.head ?? since),
    more,
    storm: await readStorm(read, workspaceId, channelId),
  }
}
