import type { ProblemBody } from '#server/http/problem-response.ts'
import type { Acts } from '#server/verbs.ts'

/** What an act that failed throws: `message` is a sentence in the person's language, with the remedy. */
export interface ActProblem extends ProblemBody {
  name: 'ActProblem'
}

export const isActProblem = (error: unknown): error is ActProblem & Error =>
  error instanceof Error && error.name === 'ActProblem'

/** The slug of the workspace this page lies in. */
export function workspaceSlug(): string {
  return /^\/w\/([^/]+)/.exec(window.location.pathname)?.[1] ?? ''
}

export interface ActMeans {
  /** Sent twice under one key it is done once (UUID or another short word). */
  key?: string | undefined
  /** Whose act it is: refused (`request.otherPerson`) when another member has signed in meanwhile. */
  member?: string | undefined
  /** How long an answer may take, ms; then the server counts as unreachable. */
  patience?: number | undefined
}

/** What stands before a server that is not there answers so. */
const GATEWAY = new Set([502, 503, 504])

/**
 * Performs a verb. Resolves when it is committed; throws an ActProblem when it was refused or the server could not be
 * reached (`request.unreachable`: then nobody knows whether it was done, and only idempotent input may be sent again).
 */
export async function act<N extends keyof Acts>(
  name: N,
  input: Acts[N]['input'],
  { key, member, patience }: ActMeans = {},
): Promise<Acts[N]['output']> {
  let response: Response
  try {
    response = await fetch(`/w/${workspaceSlug()}/act/${name}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key && { 'Idempotency-Key': key }),
        ...(member && { 'Acting-Member': member }),
      },
      ...(patience && { signal: AbortSignal.timeout(patience) }),
      body: JSON.stringify(input),
      // The last words before a page is left arrive too.
      keepalive: document.visibilityState === 'hidden',
    })
  } catch {
    throw problem({ code: 'request.unreachable', message: '', requestId: '' })
  }
  const body = await response.json().catch(() => undefined)
  if (body === undefined && GATEWAY.has(response.status))
    throw problem({ code: 'request.unreachable', message: '', requestId: '' })
  if (response.ok && body !== undefined) return body as Acts[N]['output']
  throw problem(
    typeof body === 'object' && body !== null && 'code' in body
      ? (body as ProblemBody)
      : { code: 'request.failed', message: '', requestId: response.headers.get('x-request-id') ?? '' },
  )
}

const problem = (body: ProblemBody) =>
  Object.assign(new Error(body.message), body, { name: 'ActProblem' as const })
