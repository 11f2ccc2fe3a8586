import { z } from 'zod'

const id = z.string().max(200).nullable().catch(null)

/** Where somebody points, in the coordinates of a named surface (CSS pixels of its content). */
export const pointSchema = z.object({ surface: z.string().max(200), x: z.number(), y: z.number() })

/**
 * What one connection says about itself. Everything is optional and a wrong field counts as absent: it comes from
 * other people's browsers. Names and colours are not in here, they come from the signed token.
 */
export const presenceSchema = z.object({
  /** page family or path looked at */
  page: id,
  /** what is looked at or edited, as `<noun>:<id>` */
  focus: id,
  /** what is typed in, as `<noun>:<id>` */
  typing: id,
  /** what is being dragged, as `<noun>:<id>` */
  drag: id,
  idle: z.boolean().catch(false),
  /** leaving for good, or removed: do not wait for them to come back */
  gone: z.boolean().catch(false),
  cursor: pointSchema.nullable().catch(null),
})

export type Point = z.infer<typeof pointSchema>
export type PresenceState = z.infer<typeof presenceSchema>
