import { and, eq, isNull } from 'drizzle-orm'
import { channel, practiceAccount, practiceEntry } from '#db/schema.ts'
import { type Ctx, permit } from '../../core/ctx.ts'
import type { Tx } from '../../core/transact.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { draftIssues } from '../draft.rules.ts'

export type Page = { channelId: string; teamId: string; pageId: string }

/** The page of a practice channel, for somebody who may play there, or look. Rejects with request.notFound or forbidden. */
export async function pageOf(
  ctx: Ctx,
  channelId: string,
  permission: 'practice:play' | 'channel:read' = 'practice:play',
): Promise<Page> {
  const [row] = await ctx.store.read
    .select()
    .from(channel)
    .where(
      and(
        eq(channel.workspaceId, ctx.workspaceId),
        eq(channel.id, channelId),
        eq(channel.network, 'practice'),
        isNull(channel.removedAt),
      ),
    )
  if (!row) throw notFound()
  permit(ctx, permission, row.teamId)
  return { channelId, teamId: row.teamId, pageId: row.remoteId }
}

/** Somebody of the audience, by id. */
export async function personaOf(tx: Tx, id: string) {
  const [row] = await tx.db
    .select()
    .from(practiceAccount)
    .where(
      and(
        eq(practiceAccount.workspaceId, tx.ctx.workspaceId),
        eq(practiceAccount.id, id),
        eq(practiceAccount.kind, 'persona'),
      ),
    )
  if (!row) throw new Problem('request.notFound', { status: 404, field: 'personaId' })
  return row
}

/** An entry of a page, by id. */
export async function entryOf(tx: Tx, page: Page, id: string) {
  const [row] = await tx.db
    .select()
    .from(practiceEntry)
    .where(
      and(
        eq(practiceEntry.workspaceId, tx.ctx.workspaceId),
        eq(practiceEntry.pageId, page.pageId),
        eq(practiceEntry.id, id),
      ),
    )
  if (!row) throw new Problem('request.notFound', { status: 404, field: 'entryId' })
  return row
}

/** Refuses words that the practice network would not take from a channel either. */
export function checkWords(text: string): void {
  const issue = draftIssues('practice', { parts: [{ text, media: [] }] }).find(
    ({ level }) => level === 'error',
  )
  if (issue)
    throw new Problem('request.invalid', { field: 'text', params: { rule: issue.code, ...issue.params } })
}
