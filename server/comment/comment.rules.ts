import { z } from 'zod'
import { type Anchored, reanchor } from './anchor.rules.ts'

export const MAX_COMMENT = 10_000

/**
 * Where on a post a thread hangs; null is the whole post. A range lies in the common text (`variantId` null) or in a
 * variant's own; it names the version it was made on and is carried through edits (see `reanchor`).
 */
export const threadAnchor = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('range'),
    variantId: z.string().nullable(),
    versionHash: z.string().nullable().default(null),
    start: z.int().min(0),
    end: z.int().min(0),
    quote: z.string().min(1).max(2_000),
    gone: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('media'), assetId: z.string() }),
])
export type ThreadAnchor = z.infer<typeof threadAnchor>

export const commentBody = z.string().trim().min(1).max(MAX_COMMENT)

export const newComment = z.object({
  postId: z.string(),
  anchor: threadAnchor.nullable().default(null),
  body: commentBody,
  /** External comments are visible to guests, and marked. */
  external: z.boolean().default(false),
  mentionIds: z.array(z.string()).max(50).default([]),
  /** Words to stand instead of the range. */
  suggestion: z.string().max(MAX_COMMENT).nullable().default(null),
})
export type NewComment = z.infer<typeof newComment>

export type CommentRefusal =
  | 'comment.notYours'
  | 'comment.gone'
  | 'comment.nothingSuggested'
  | 'comment.suggestionNeedsRange'
  | 'comment.mentionCannotSee'
  | 'comment.externalForbidden'

/** Guests see external comments and their replies; members see all. */
export const visibleTo = (viewer: 'member' | 'guest', comment: { external: boolean }): boolean =>
  viewer === 'member' || comment.external

/** The text with a suggestion put in; refuses when the words it would replace are gone. Commenting moves no stage. */
export function acceptSuggestion(
  text: string,
  at: Anchored,
  suggestion: string | null,
): { text: string } | { refuse: CommentRefusal } {
  if (suggestion === null) return { refuse: 'comment.nothingSuggested' }
  if (at.gone || at.end > text.length) return { refuse: 'comment.gone' }
  return { text: text.slice(0, at.start) + suggestion + text.slice(at.end) }
}

/** The mentioned people who may not see the place: the comment is refused, and names them. */
export const cannotSee = (mentionIds: readonly string[], mayRead: (memberId: string) => boolean): string[] =>
  mentionIds.filter((id) => !mayRead(id))

/** Carries every range of one text through an edit; other anchors are left alone. Only changed ones come back. */
export function carryThreads<T extends { anchor: ThreadAnchor | null }>(
  threads: readonly T[],
  variantId: string | null,
  before: string,
  after: string,
): T[] {
  const ranges = threads.flatMap((thread) =>
    thread.anchor?.kind === 'range' && thread.anchor.variantId === variantId
      ? [{ thread, anchor: thread.anchor }]
      : [],
  )
  const moved = reanchor(
    ranges.map(({ anchor }) => anchor),
    before,
    after,
  )
  return ranges.flatMap(({ thread, anchor }, i) => {
    const { start, end, gone } = moved[i]!
    const same = start === anchor.start && end === anchor.end && gone === anchor.gone
    return same ? [] : [{ ...thread, anchor: { ...anchor, start, end, gone } }]
  })
}
