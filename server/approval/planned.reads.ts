import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { delivery } from '#db/schema.ts'

/** The variants of a post that have a slot waiting: approved again, they return to it. */
export async function plannedVariants(db: Db, workspaceId: string, postId: string): Promise<Set<string>> {
  const rows = await db
    .select({ variantId: delivery.variantId })
    .from(delivery)
    .where(
      and(eq(delivery.workspaceId, workspaceId), eq(delivery.postId, postId), eq(delivery.state, 'planned')),
    )
  return new Set(rows.map((row) => row.variantId))
}
