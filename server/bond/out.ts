import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { delivery, type post } from '#db/schema.ts'

/** Whether a post has gone out or is going out: then nothing that HQ changes comes to it any more. */
export async function isOut(db: Db, { workspaceId, id, stage }: typeof post.$inferSelect): Promise<boolean> {
  if (stage === 'published') return true
  const [going] = await db
    .select({ id: delivery.id })
    .from(delivery)
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.postId, id),
        inArray(delivery.state, ['preparing', 'sending', 'ambiguous']),
      ),
    )
    .limit(1)
  return going !== undefined
}
