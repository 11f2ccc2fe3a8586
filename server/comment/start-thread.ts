import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { comment, thread } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { forbidden, notFound } from '../platform/problem.ts'
import { anchor, nearest, onlyPlace } from './anchor.rules.ts'
import type { StoredAnchor } from './carry-anchors.ts'
import { commentBody } from './comment.rules.ts'
import { checkMentions, emitComment, postToComment } from './comment-tx.ts'

export const startThreadInput = z.object({
  /** Made by the client, so that a retry never comments twice. */
  id: z.uuid().optional(),
  postId: z.string(),
  /** The words it is about; null for the whole. */
  on: z.object({ variantId: z.string().nullable(), anchor }).nullable().default(null),
  body: commentBody,
  mentionIds: z.array(z.string()).max(50).default([]),
})

/**
 * Begins a discussion on a post or on a range of its text. When the text has moved on since the words were selected,
 * the thread hangs where they are now, or says that they are gone.
 */
export const startThread = verb({
  name: 'comment.start',
  permission: 'comment:write',
  input: startThreadInput,
  async run(ctx, input) {
    return transact(ctx, async (tx) => {
      const loaded = await postToComment(tx, input.postId)
      const memberId = ctx.memberId
      if (!memberId) throw forbidden('comment:write')
      const id = input.id ?? newId()
      const [known] = await tx.db
        .select({ id: thread.id })
        .from(thread)
        .where(and(eq(thread.workspaceId, ctx.workspaceId), eq(thread.id, id)))
      if (known) return { id }
      await checkMentions(tx, loaded, input.mentionIds)
      const text = input.on && textAt(loaded, input.on.variantId)
      if (input.on && typeof text !== 'string') throw notFound()
      const hung =
        input.on && typeof text === 'string'
          ? { ...hang(text, input.on.anchor), variantId: input.on.variantId }
          : null
      const row = { workspaceId: ctx.workspaceId, createdAt: tx.now }
      await tx.db
        .insert(thread)
        .values({ ...row, id, postId: input.postId, anchor: hung, createdBy: memberId })
      const commentId = newId()
      await tx.db.insert(comment).values({
        id: commentId,
        workspaceId: ctx.workspaceId,
        threadId: id,
        body: input.body,
        mentionIds: input.mentionIds,
        memberId,
        at: tx.now,
      })
      await emitComment(tx, 'comment.started', loaded, {
        threadId: id,
        commentId,
        mentionIds: input.mentionIds,
        quote: hung?.quote ?? null,
      })
      return { id }
    })
  },
})

/** How far words may have moved between the eye and the server, UTF-16 units. */
const REACH = 500

const textAt = (loaded: Awaited<ReturnType<typeof postToComment>>, variantId: string | null) =>
  variantId === null ? loaded.row.text : loaded.variants.find((one) => one.row.id === variantId)?.row.text

/** Where the selected words are in the text as it is now. */
function hang(text: string, wanted: z.output<typeof anchor>): Omit<StoredAnchor, 'variantId'> {
  if (text.slice(wanted.start, wanted.end).startsWith(wanted.quote)) return { ...wanted, gone: false }
  const alone = { start: 0, end: wanted.quote.length, quote: wanted.quote, gone: true }
  const found = onlyPlace(alone, wanted.quote, text)
  if (found) return found
  // Words that stand at several places, or are short: those nearest to where they were selected.
  const start = nearest(wanted.quote, text, wanted.start, REACH)
  return start === null
    ? alone
    : { start, end: start + wanted.quote.length, quote: wanted.quote, gone: false }
}
