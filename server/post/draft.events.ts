import { z } from 'zod'
import { event } from '../event/declare.ts'
import { postChange } from './post.events.ts'
import { textPatch } from './text-patch.rules.ts'

const media = z.array(z.object({ assetId: z.string(), alt: z.string() }))

export const draftEvents = {
  /**
   * Content changed. `variantId` null: the common content. `patch` says how its text changed; `text` is there instead
   * when a variant begins (a string) or ends (null) to have its own.
   */
  'post.edited': event(
    postChange.extend({
      variantId: z.string().nullable(),
      revision: z.number(),
      patch: textPatch.optional(),
      text: z.string().nullable().optional(),
      media: media.nullable().optional(),
      /** Variants whose approval the edit has voided. */
      voided: z.array(z.string()),
    }),
  ),
}
