import type { Response } from 'express'
import { problemText } from '../i18n/translator.ts'
import type { Log } from '../platform/log.ts'
import { asProblem } from '../platform/problem.ts'
import { isDiskFull } from '../platform/start-failure.ts'

/** What a failed act answers: code and field for the program, a sentence in the person's language, and the request id. */
export interface ProblemBody {
  code: string
  field?: string | undefined
  message: string
  params?: Record<string, string | number> | undefined
  requestId: string
}

/** Answers with the problem; a defect of ours is logged with its stack and told as `request.failed`. */
export function sendProblem(
  response: Response,
  error: unknown,
  { log, locale, requestId }: { log: Log; locale: 'en' | 'ko'; requestId: string },
): void {
  const problem = asProblem(error)
  if (!problem) log.error({ err: error, requestId }, 'request failed')
  const code = problem?.code ?? (isDiskFull(error) ? 'request.diskFull' : 'request.failed')
  const body: ProblemBody = {
    code,
    field: problem?.field,
    params: problem?.params,
    message: problemText(locale, code, problem?.params),
    requestId,
  }
  if (problem?.status === 429) response.setHeader('Retry-After', String(problem.params?.seconds ?? 1))
  response.status(problem?.status ?? (code === 'request.diskFull' ? 507 : 500)).json(body)
}
