import type { Response } from 'express'
import { z } from 'zod'
import { problemText } from '../i18n/translator.ts'
import type { Log } from '../platform/log.ts'
import { asProblem, Problem } from '../platform/problem.ts'
import { isDiskFull } from '../platform/start-failure.ts'

/** RFC 9457, with the code for programs and what is wrong by field. */
export const problemBody = z.object({
  type: z.string().describe('`urn:hubbub:problem:` and the code'),
  title: z.string().describe('One sentence with the remedy'),
  status: z.int(),
  code: z.string(),
  instance: z.string().describe('Number of the request, for the log'),
  errors: z
    .array(
      z.object({ path: z.string().describe('`body.channelIds.0`'), rule: z.string(), detail: z.string() }),
    )
    .optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
type Body = z.infer<typeof problemBody>

/** Everything that is wrong with one part of a call. */
export class InvalidCall extends Problem {
  readonly errors: NonNullable<Body['errors']>
  constructor(part: 'params' | 'query' | 'body', issues: readonly z.core.$ZodIssue[]) {
    super('api.invalid', { status: part === 'body' ? 422 : 400 })
    this.errors = issues.flatMap((issue) => {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [[]]
      return keys.map((key) => ({
        path: [part, ...issue.path, ...key].join('.'),
        rule: issue.code,
        detail: issue.message,
      }))
    })
  }
}

/** Answers with the problem as `application/problem+json`; a defect of ours is logged and told as `request.failed`. */
export function sendApiProblem(
  response: Response,
  error: unknown,
  { log, locale, requestId }: { log: Log; locale: 'en' | 'ko'; requestId: string },
): void {
  const problem = asProblem(error)
  if (!problem) log.error({ err: error, requestId }, 'an API call failed')
  const code = problem?.code ?? (isDiskFull(error) ? 'request.diskFull' : 'request.failed')
  const status = problem?.status ?? (code === 'request.diskFull' ? 507 : 500)
  const field = problem?.field
  const errors =
    error instanceof Error && 'errors' in error
      ? (error.errors as Body['errors'])
      : field
        ? [{ path: status === 400 ? `query.${field}` : `body.${field}`, rule: code, detail: code }]
        : undefined
  const body: Body = {
    type: `urn:hubbub:problem:${code}`,
    title: problemText(locale, code, problem?.params),
    status,
    code,
    instance: requestId,
    errors,
    params: problem?.params,
  }
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer')
  if (status === 429) response.setHeader('Retry-After', String(problem?.params?.seconds ?? 1))
  response.status(status).type('application/problem+json').send(JSON.stringify(body))
}
