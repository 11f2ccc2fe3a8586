import { z } from 'zod'

/** A shape with a name in the document's components. */
export interface Named<S extends z.ZodObject = z.ZodObject> {
  name: string
  schema: S
}

export const named = <S extends z.ZodObject>(name: string, schema: S): Named<S> => ({ name, schema })

/** Epoch milliseconds. */
export const instant = z.int().describe('Epoch milliseconds')
export const byId = z.strictObject({ id: z.string().max(100) })
