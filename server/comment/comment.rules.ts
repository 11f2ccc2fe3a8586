import { z } from 'zod'
import { type Anchored, anchor } from './anchor.rules.ts'

export const MAX_COMMENT = 10_000

/** What a thread is about. A range hangs on the version it was made on; its anchor is carried through edits. */
export const commentTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), postId: z.string() }),
  z.object({
    kind: z.literal('range'),
    postId: z.string(),
    /** The variant whose own text it is; null for the common text. */
    variantId: z.string().nullable(),
    versionHash: z.string().nullable(),
    anchor,
  }),
  z.object({ kind: z.literal('media'), postId: z.string(), assetId: z.string() }),
  z.object({ kind: z.literal('canvas'), canvasId: z.string(), objectId: z.string() }),
  z.object({ kind: z.literal('conversation'), conversationId: z.string() }),
])
export type CommentTarget = z.infer<typeof commentTarget>

export const commentBody = z.string().trim().min(1).max(MAX_COMMENT)

export const newComment = z.object({
  target: commentTarget,
  body: commentBody,
  /** External comments are visible to guests, and marked. */
  external: z.boolean().default(false),
  mentionIds: z.array(z.string()).max(50).default([]),
  /** Words to stand instead of the range. */
  suggestion: z.string().max(MAX_COMMENT).nullable().default(null),
})
export type NewComment = z.infer<typeof newComment>

export type CommentRefusal =
  | 'comment.not_yours'
  | 'comment.gone'
  | 'comment.nothing_suggested'
  | 'comment.suggestion_needs_range'
  | 'comment.mention_cannot_see'
  | 'comment.external_forbidden'

/** Guests see external comments and their replies; members see all. */
export const visibleTo = (viewer: 'member' | 'guest', comment: { external: boolean }): boolean =>
  viewer === 'member' || comment.external

/** The text with a suggestion put in; refuses when the words it would replace are gone. Commenting moves no stage. */
export function acceptSuggestion(
  text: string,
  at: Anchored,
  suggestion: string | null,
): { text: string } | { refuse: CommentRefusal } {
  if (suggestion === null) return { refuse: 'comment.nothing_suggested' }
  if (at.gone || at.end > text.length) return { refuse: 'comment.gone' }
  return { text: text.slice(0, at.start) + suggestion + text.slice(at.end) }
}

/** The mentioned people who may not see the place: the comment is refused, and names them. */
export const cannotSee = (mentionIds: readonly string[], mayRead: (memberId: string) => boolean): string[] =>
  mentionIds.filter((id) => !mayRead(id))
