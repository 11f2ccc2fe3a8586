// The small build of zod: this is loaded by every page, and nothing else of it is needed here.
import { z } from 'zod/mini'

const id = z.catch(z.nullable(z.string().check(z.maxLength(200))), null)
const flag = z.catch(z.boolean(), false)

/** Where somebody points, in the coordinates of a named surface (CSS pixels of its content). */
export const pointSchema = z.object({
  surface: z.string().check(z.maxLength(200)),
  x: z.number(),
  y: z.number(),
})

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
  /** what is looked at, to be followed: see follow/view.rules.ts */
  view: z.catch(z.nullable(z.string().check(z.maxLength(1000))), null),
  /** asks everybody to follow: which time it is */
  asks: id,
  /** what the pointer or the keyboard is on, as `<noun>:<id>`; told as seldom as the pointer */
  over: id,
  idle: flag,
  /** leaving for good, or removed: do not wait for them to come back */
  gone: flag,
  cursor: z.catch(z.nullable(pointSchema), null),
})

export type Point = z.infer<typeof pointSchema>
export type PresenceState = z.infer<typeof presenceSchema>
