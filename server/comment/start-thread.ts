import { z } from 'zod'
import { newId } from '#db/id.ts'
import { thread } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { forbidden, notFound } from '../platform/problem.ts'
import type { LoadedPost } from '../post/post-with-variants.ts'
import { anchor, nearest, onlyPlace } from './anchor.rules.ts'
import type { StoredAnchor } from './carry-anchors.ts'
import { commentBody } from './comment.rules.ts'
import { emitTalk, onPost } from './comment-place.ts'
import { checkMentions, sayFirst, threadIsKnown } from './comment-tx.ts'

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
      const place = await onPost(tx, input.postId)
      const { post: loaded } = place
      const memberId = ctx.memberId
      if (!memberId) throw forbidden('comment:write')
      const id = input.id ?? newId()
      if (await threadIsKnown(tx, id, { postId: input.postId })) return { id }
      await checkMentions(tx, place, input.mentionIds)
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
      const { body, mentionIds } = input
      const commentId = await sayFirst(tx, { threadId: id, body, mentionIds, memberId })
      await emitTalk(tx, 'started', place, {
        threadId: id,
        commentId,
        mentionIds,
        quote: hung?.quote ?? null,
      })
      return { id }
    })
  },
})

/** How far words may have moved between the eye and the server, UTF-16 units. */
const REACH = 500

const textAt = (loaded: LoadedPost, variantId: string | null) =>
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
