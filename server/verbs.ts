import type { Verb } from './core/verb.ts'
import { createPost } from './post/create-post.ts'

/** Every act on the product. The browser call, the guard test, the isolation test and the API are derived from it. */
export const VERBS = [createPost] as unknown as Verb[]

export const verbsByName = new Map(VERBS.map((verb) => [verb.verb, verb]))
