import { z } from 'zod'
import { canvasObject } from '../canvas/canvas.rules.ts'

/** How much of an object's words is kept with a discussion on it, characters. */
export const MAX_WORDS = 120

const kinds = canvasObject.options.map((one) => one.shape.kind.value)

/**
 * What an object was when somebody commented on it: said of it when it has been removed since. Of a post the reader is
 * told its title, if it is for them; not everybody on a canvas may see every post on it.
 */
export const objectAnchor = z
  .object({
    kind: z.literal('object'),
    what: z.enum(kinds),
    words: z.string().max(MAX_WORDS).default(''),
    postId: z.string().max(64).optional(),
  })
  .transform((about) => (about.what === 'post' ? { ...about, words: '' } : about))
export type ObjectAnchor = z.infer<typeof objectAnchor>
