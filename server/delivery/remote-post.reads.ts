import { and, eq, or, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { delivery } from '#db/schema.ts'

/** The posts of ours behind remote ids of a channel: what an answer from outside answers. */
export async function postsOfRemote(
  db: Db,
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
  remoteIds: readonly string[],
): Promise<Map<string, string>> {
  if (!remoteIds.length) return new Map()
  // A first sieve that both engines know; what an underscore lets through is sorted out below.
  const text = sql`cast(${delivery.remote} as text)`
  const rows = await db
    .select({ postId: delivery.postId, remote: delivery.remote })
    .from(delivery)
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.channelId, channelId),
        or(...remoteIds.map((id) => sql`${text} like ${`%${JSON.stringify(id).replaceAll('\\', '_')}%`}`)),
      ),
    )
  const found = new Map<string, string>()
  for (const { postId, remote } of rows) {
    const parts = JSON.stringify(remote)
    for (const id of remoteIds) if (parts.includes(JSON.stringify(id))) found.set(id, postId)
  }
  return found
}
