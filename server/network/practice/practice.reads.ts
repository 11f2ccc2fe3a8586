import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { practiceAccount, practiceEntry, practiceLike } from '#db/schema.ts'
import type { Ctx } from '../../core/ctx.ts'
import { countEntries } from './counts.ts'
import { pageOf } from './practice-page.ts'

const LIMIT = 100

/**
 * The page on which members play a practice channel's audience: the newest hundred entries (older ones with
 * `before`, a place), and the audience. Rejects with request.notFound or forbidden.
 */
export async function readPractice(ctx: Ctx, channelId: string, before?: number) {
  const { pageId } = await pageOf(ctx, channelId)
  const { read } = ctx.store
  const { workspaceId } = ctx
  const rows = await read
    .select({ entry: practiceEntry, author: practiceAccount })
    .from(practiceEntry)
    .innerJoin(practiceAccount, eq(practiceAccount.id, practiceEntry.authorId))
    .where(
      and(
        eq(practiceEntry.workspaceId, workspaceId),
        eq(practiceEntry.pageId, pageId),
        before === undefined ? undefined : lt(practiceEntry.n, before),
      ),
    )
    .orderBy(desc(practiceEntry.n))
    .limit(LIMIT)
  const ids = rows.map(({ entry }) => entry.id)
  const counts = await countEntries(read, workspaceId, ids, ctx.now())
  const likes = ids.length
    ? await read
        .select()
        .from(practiceLike)
        .where(and(eq(practiceLike.workspaceId, workspaceId), inArray(practiceLike.entryId, ids)))
    : []
  const audience = await read
    .select()
    .from(practiceAccount)
    .where(and(eq(practiceAccount.workspaceId, workspaceId), eq(practiceAccount.kind, 'persona')))
    .orderBy(practiceAccount.name)
  return {
    audience: audience.map(({ id, handle, name, language }) => ({ id, handle, name, language })),
    entries: rows.map(({ entry, author }) => ({
      id: entry.id,
      n: entry.n,
      kind: entry.kind,
      ours: author.kind === 'channel',
      author: { id: author.id, handle: author.handle, name: author.name },
      threadId: entry.threadId,
      parentId: entry.parentId,
      text: entry.text,
      media: entry.media,
      at: entry.at,
      likes: counts.find(({ remoteId }) => remoteId === entry.id)?.values.likes ?? 0,
      comments: counts.find(({ remoteId }) => remoteId === entry.id)?.values.comments ?? 0,
      likedBy: likes.filter(({ entryId }) => entryId === entry.id).map(({ accountId }) => accountId),
    })),
    more: rows.length === LIMIT,
  }
}
export type PracticePage = Awaited<ReturnType<typeof readPractice>>
