import type { z } from 'zod'
import type { Permission } from '../member/permission.rules.ts'
import { cleanInput } from '../platform/clean-input.rules.ts'
import { Problem } from '../platform/problem.ts'
import { type Ctx, permit } from './ctx.ts'

/** `signed-in`: any member may, for things that are only one's own (reading one's notifications). */
export type Guard = Permission | 'signed-in'

export interface Verb<S extends z.ZodType = z.ZodType, O = unknown, N extends string = string> {
  /** Does it, after checking that the actor holds the permission at all. The verb itself narrows by team. */
  (ctx: Ctx, input: z.output<S>): Promise<O>
  verb: N
  permission: Guard
  input: S
}

/** Declares one act on the product: what it is called, who may, what it takes, what it does. */
export function verb<const N extends string, S extends z.ZodType, O>(declared: {
  name: N
  permission: Guard
  input: S
  run(ctx: Ctx, input: z.output<S>): Promise<O>
}): Verb<S, O, N> {
  const act = async (ctx: Ctx, input: z.output<S>) => {
    if (declared.permission === 'signed-in') {
      if (!ctx.memberId) throw new Problem('request.signedOut', { status: 401 })
    } else permit(ctx, declared.permission)
    return declared.run(ctx, input)
  }
  return Object.assign(act, { verb: declared.name, permission: declared.permission, input: declared.input })
}

/** Performs a verb on untrusted input: permission first, so that a stranger learns nothing about the input's shape. */
export async function perform<S extends z.ZodType, O>(ctx: Ctx, act: Verb<S, O>, raw: unknown): Promise<O> {
  if (act.permission !== 'signed-in') permit(ctx, act.permission)
  return act(ctx, parseInput(act.input, raw))
}

/** Parses or refuses with `invalid`, naming the first field that is wrong and how; words beyond a limit say the limit. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(cleanInput(raw))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (issue?.code === 'too_big' && issue.origin === 'string')
    throw new Problem('request.tooLong', {
      status: 422,
      field: issue.path.join('.'),
      params: { max: Number(issue.maximum) },
    })
  throw new Problem('request.invalid', {
    status: 422,
    field: issue?.path.join('.') ?? '',
    params: { rule: issue?.code ?? 'custom', detail: issue?.message ?? '' },
  })
}
