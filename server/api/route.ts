import type { z } from 'zod'
import type { Db } from '#db/client.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Guard } from '../core/verb.ts'
import type { ExportFile } from '../post/export-posts.ts'
import type { Named } from './named.ts'

/** What a call brings, parsed. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  params: P
  query: Q
  body: B
}

/** One operation of the API, as data: the router, the document and the tests are made from it. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'patch'
  /** Below `/api/v1`: `/posts/{id}`. */
  path: string
  /** Its name in the document: `createPost`. */
  name: string
  summary: string
  /** The permission a token needs, in any team; what is asked for narrows it to the team. */
  scope: Guard
  params: z.ZodObject | undefined
  query: z.ZodObject | undefined
  body: z.ZodType | undefined
  /** `file`: what is in it, as a media type; it is sent while it is made. */
  output: Named | { pageOf: Named } | { file: string }
  status: 200 | 201
  /** Makes something new and takes an Idempotency-Key. */
  creates: boolean
  /** Reads the answer, or does the act. */
  run(ctx: Ctx, call: Call): Promise<unknown>
  /** What an act answers, read from the database after it: for a creation within its transaction. */
  show: ((db: Db, ctx: Ctx, answer: unknown, call: Call) => Promise<unknown>) | undefined
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Answer<O> =
  O extends Named<infer S>
    ? z.input<S>
    : O extends { pageOf: Named<infer S> }
      ? { items: z.input<S>[]; next: string | null }
      : O extends { file: string }
        ? ExportFile
        : never

interface Declared<P, Q, B, O> {
  method: Route['method']
  path: string
  name: string
  summary: string
  scope: Guard
  params?: P
  query?: Q
  body?: B
  output: O
}
type Called<P, Q, B> = Call<Parsed<P>, Parsed<Q>, Parsed<B>>

/** Declares an operation that reads. */
export function read<
  O extends Route['output'],
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
>(
  one: Omit<Declared<P, Q, undefined, O>, 'method'> & {
    run(ctx: Ctx, call: Called<P, Q, undefined>): Promise<Answer<O>>
  },
): Route {
  const { params, query, run } = one
  return {
    ...one,
    method: 'get',
    params,
    query,
    body: undefined,
    status: 200,
    creates: false,
    run: run as Route['run'],
    show: undefined,
  }
}

/** Declares an operation that acts through a verb and answers with what the thing is like afterwards. */
export function act<
  O extends Named,
  A,
  P extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  one: Omit<Declared<P, undefined, B, O>, 'query'> & {
    creates?: true
    run(ctx: Ctx, call: Called<P, undefined, B>): Promise<A>
    show(db: Db, ctx: Ctx, answer: A, call: Called<P, undefined, B>): Promise<Answer<O>>
  },
): Route {
  const { params, body, run, show } = one
  return {
    ...one,
    params,
    query: undefined,
    body,
    status: one.creates ? 201 : 200,
    creates: one.creates ?? false,
    run: run as Route['run'],
    show: show as Route['show'],
  }
}
