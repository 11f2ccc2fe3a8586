import { z } from 'zod'
import { Problem } from '../platform/problem.ts'

export const MOST = 200
const USUAL = 50

/** The query of every list. */
export const paging = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST)
    .default(USUAL)
    .describe('How many items a page has at most'),
  cursor: z.string().max(500).optional().describe('`next` of the page before'),
}
export const pageQuery = z.strictObject(paging)

/** A place in a list: the values it is ordered by, of the last item seen. Opaque to callers; never part of any SQL text. */
export const cursorOf = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** The place of a cursor; none: the beginning. Throws `api.cursor` for what no page of this list has given. */
export function placeOf<S extends z.ZodType>(cursor: string | undefined, shape: S): z.output<S> | undefined {
  if (cursor === undefined) return undefined
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw new Problem('api.cursor', { status: 400, field: 'cursor' })
  }
}

/** The place of lists that are ordered by id. */
export const idPlace = z.tuple([z.string().max(100)])

/** One page of rows of which one more than `limit` was read. */
export function pageOf<T>(rows: T[], limit: number, place: (row: T) => (string | number)[]) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorOf(place(last)) : null }
}
