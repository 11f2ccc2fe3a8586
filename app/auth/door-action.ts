import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { cleanInput } from '#server/platform/clean-input.rules.ts'
import type { LimitName } from '#server/platform/rate-limit.ts'
import { requestLocale } from '../preferences.ts'
import type { Refusal } from './door-form.tsx'
import { readBody } from './read-body.ts'

/** Reads a form by its schema: the values, or the keys of what is wrong by field. */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<{ value: z.output<S> } | { errors: Record<string, string> }> {
  const parsed = schema.safeParse(cleanInput(Object.fromEntries(await readBody(request))))
  if (parsed.success) return { value: parsed.data }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message
  return { errors }
}

/** Runs an act at the door: takes a point of the address first; a problem becomes a sentence in the page. */
export async function atTheDoor(
  { request, context }: ActionFunctionArgs,
  limit: LimitName,
  run: () => Promise<Response | Refusal>,
): Promise<Response | ReturnType<typeof data<Refusal>>> {
  try {
    await context.app.limits.take(limit, context.origin.address)
    const answer = await run()
    return answer instanceof Response ? answer : data(answer, { status: 422 })
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Problem' || !('code' in error)) throw error
    const problem = error as Error & {
      code: string
      status: number
      params?: Record<string, string | number>
    }
    const message = context.services.i18n.problemText(
      requestLocale(request, context.account),
      problem.code,
      problem.params,
    )
    return data({ message }, { status: problem.status })
  }
}

/** Begins a session and goes on. Only a path of this site is followed. */
export async function enter(
  { context, request }: ActionFunctionArgs,
  userId: string,
  to: string,
): Promise<Response> {
  const { setCookie } = await context.app.sessions.begin(userId, {
    userAgent: request.headers.get('user-agent') ?? '',
    address: context.origin.address,
    secure: context.origin.secure,
  })
  return redirect(ownPath(to), { headers: { 'Set-Cookie': setCookie } })
}

/** A path on this site, or the start. */
export function ownPath(to: string | null): string {
  if (!to?.startsWith('/') || to.startsWith('//') || to.includes('\\')) return '/'
  if (!URL.canParse(to, 'http://here')) return '/'
  const { origin, pathname, search, hash } = new URL(to, 'http://here')
  // As the browser will read it (no dots left, encoded): a header takes nothing else.
  return origin === 'http://here' && !pathname.startsWith('//') ? pathname + search + hash : '/'
}
