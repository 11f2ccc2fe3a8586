import { and, eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { channel, practiceAccount, practiceEntry } from '#db/schema.ts'
import { emit, type Tx } from '../../core/transact.ts'

export type Entry = typeof practiceEntry.$inferSelect
export type NewEntry = Pick<Entry, 'authorId' | 'kind' | 'text' | 'key'> &
  Partial<Pick<Entry, 'threadId' | 'parentId' | 'media' | 'language' | 'at'>>

/** The channel whose page `pageId` is, or null when nobody has connected it (any more). */
export async function channelOfPage(tx: Tx, pageId: string) {
  const [found] = await tx.db
    .select({ id: channel.id, teamId: channel.teamId })
    .from(channel)
    .where(
      and(
        eq(channel.workspaceId, tx.ctx.workspaceId),
        eq(channel.network, 'practice'),
        eq(channel.remoteId, pageId),
      ),
    )
  return found ?? null
}

/** Makes sure that a channel's own account exists, and says how it is called. */
export async function ensurePage(
  tx: Tx,
  page: { remoteId: string; handle: string; name: string; language?: string },
): Promise<void> {
  await tx.db
    .insert(practiceAccount)
    .values({
      id: page.remoteId,
      workspaceId: tx.ctx.workspaceId,
      kind: 'channel',
      handle: page.handle,
      name: page.name,
      language: page.language ?? tx.ctx.locale,
      createdAt: tx.now,
    })
    .onConflictDoNothing()
}

/** The next `count` places on a page; gives the last. The workspace's lock keeps them in order of commit. */
export async function advance(tx: Tx, pageId: string, count: number): Promise<number> {
  const [row] = await tx.db
    .update(practiceAccount)
    .set({ head: sql`${practiceAccount.head} + ${count}` })
    .where(and(eq(practiceAccount.workspaceId, tx.ctx.workspaceId), eq(practiceAccount.id, pageId)))
    .returning({ head: practiceAccount.head })
  if (!row) throw new Error(`no practice page ${pageId}`)
  return row.head
}

/**
 * Adds entries of one kind to a page, skipping those whose key is there already. Gives those that were added. An
 * answer touches what it answers, so that its count is fetched again.
 */
export async function addEntries(tx: Tx, pageId: string, entries: readonly NewEntry[]): Promise<Entry[]> {
  const first = entries[0]
  if (!first) return []
  const { workspaceId } = tx.ctx
  const head = await advance(tx, pageId, entries.length)
  const rows = entries.map((entry, index) => {
    const id = newId()
    const n = head - entries.length + index + 1
    return {
      id,
      workspaceId,
      pageId,
      authorId: entry.authorId,
      kind: entry.kind,
      threadId: entry.threadId ?? id,
      parentId: entry.parentId ?? null,
      text: entry.text,
      media: entry.media ?? [],
      language: entry.language ?? tx.ctx.locale,
      key: entry.key,
      n,
      touched: n,
      at: entry.at ?? tx.now,
    }
  })
  const added = await tx.db.insert(practiceEntry).values(rows).onConflictDoNothing().returning()
  const parents = [...new Set(added.flatMap(({ parentId }) => parentId ?? []))]
  if (parents.length) await touch(tx, parents, head)
  const place = await channelOfPage(tx, pageId)
  if (place && added.length) {
    const data = { channelId: place.id, entryIds: added.map(({ id }) => id), kind: first.kind }
    const audience = { permission: 'channel:read' as const, teamId: place.teamId }
    emit(tx, 'practice.added', data, { subjectId: place.id, audience })
  }
  return added
}

/** Marks entries as changed at a place of their page. */
export async function touch(tx: Tx, ids: readonly string[], n: number): Promise<void> {
  await tx.db
    .update(practiceEntry)
    .set({ touched: n })
    .where(and(eq(practiceEntry.workspaceId, tx.ctx.workspaceId), inArray(practiceEntry.id, [...ids])))
}
