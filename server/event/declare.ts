import type { z } from 'zod'

/** A declared event: the shape of its data. Its name is its key in the catalogue. */
export interface EventKind<S extends z.ZodType = z.ZodType> {
  data: S
}

/** Declares an event: ids and what changed of our own work, enough to patch a screen; never words of people outside. */
export const event = <S extends z.ZodType>(data: S): EventKind<S> => ({ data })
