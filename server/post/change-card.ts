import { and, eq } from 'drizzle-orm'
import { post } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'
import type { EventData, EventType } from '../event/catalogue.ts'
import type { CardPatch } from './card.rules.ts'
import type { PostRow } from './load-post.ts'

type CardEvent = Extract<
  EventType,
  | 'post.moved'
  | 'post.rescheduled'
  | 'post.changed'
  | `checklist.${string}`
  | `attachment.${string}`
  | 'series.started'
>
/** What stands in the post's own row; the rest of a card is counted from other tables. */
type OwnFacts = Partial<
  Pick<
    PostRow,
    | 'title'
    | 'campaignId'
    | 'labels'
    | 'assigneeId'
    | 'stage'
    | 'workingId'
    | 'rank'
    | 'sendLocal'
    | 'sendZone'
    | 'sendAt'
    | 'dueAt'
    | 'seriesId'
    | 'checksDone'
    | 'checksTotal'
    | 'attachments'
  >
>

/**
 * Writes facts of a post's row and says so to everybody who sees its card. `more` is what else changed on the card,
 * `about` what else the event tells.
 */
export async function changeCard(
  tx: Tx,
  row: PostRow,
  type: CardEvent,
  set: OwnFacts,
  more: CardPatch = {},
  about: Record<string, unknown> = {},
): Promise<void> {
  await tx.db
    .update(post)
    .set({ ...set, updatedAt: tx.now })
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), eq(post.id, row.id)))
  emit(
    tx,
    type,
    {
      ...about,
      id: row.id,
      title: set.title ?? row.title,
      set: { ...set, ...more, updatedAt: tx.now },
    } as unknown as EventData<CardEvent>,
    { subjectId: row.id, audience: { permission: 'post:read', teamId: row.teamId } },
  )
}
