import { z } from 'zod'

/** A text that every database keeps: no NUL and no half of a character, both of which PostgreSQL refuses. */
export const cleanText = (text: string): string =>
  (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed()

/** Characters that turn the direction of what follows them, beyond their own text where nothing isolates it (feeds, files, mails). */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g

/** A name as it stands among others' words: nothing in it turns what follows it around. Marks of one place stay. */
export const inOneDirection = (name: string): string => name.replace(TURNS, '')

/** The schema of a name: in one direction, without blanks around it. Its length is the caller's. */
export const nameText = (required?: string) => z.string(required).overwrite(inOneDirection).trim()

const DEEPEST = 64

/** Untrusted JSON with every text in it cleaned. What is nested deeper than any input of ours is left out. */
export function cleanInput(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (value === null || typeof value !== 'object') return value
  if (depth >= DEEPEST) return undefined
  if (Array.isArray(value)) return value.map((item) => cleanInput(item, depth + 1))
  const kind = Object.getPrototypeOf(value)
  if (kind !== Object.prototype && kind !== null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanInput(item, depth + 1)]))
}
