import type { AppLoadContext } from '@remix-run/node'

/** A part of a loader's data that is the same object for many readers. */
export interface Shared<T> {
  /** id of the document's element that holds it; only in what a document was made of */
  at?: string
  /** in the browser missing where `at` is there */
  value?: T
}

/**
 * Hands over what many pages have in common: a document brings it as a text of its own, which the server writes once for
 * all of them (`keep.server.tsx`), other requests as the loader's data. It must be plain JSON, and stay as it is.
 * @param name tells it from what else the document shares
 */
export function share<T extends object>(name: string, value: T, { shared }: AppLoadContext): Shared<T> {
  if (!shared) return { value }
  const at = `shared-${name}`
  shared.set(at, value)
  // Not enumerable: rendering finds it, what is written for the browser leaves it out.
  return Object.defineProperty({ at }, 'value', { value })
}

const found = new Map<string, unknown>()

/** What a loader shared; in the browser read from the document once, so it stays the same object. */
export function sharedBy<T>({ at, value }: Shared<T>): T {
  if (value !== undefined || at === undefined) return value as T
  if (!found.has(at)) found.set(at, JSON.parse(document.getElementById(at)?.textContent ?? ''))
  return found.get(at) as T
}
