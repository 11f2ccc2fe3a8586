/** Something a person can be told and can mend. Told apart by `code`, never by instanceof. */
export interface ProblemShape {
  /** Message key under `problem`: dots separate words. */
  code: string
  /** HTTP status. */
  status: number
  /** The input it is about, as a path: `variants.0.text`. */
  field?: string | undefined
  /** Values for the message. */
  params?: Record<string, string | number> | undefined
}

export class Problem extends Error implements ProblemShape {
  readonly code: string
  readonly status: number
  readonly field: string | undefined
  readonly params: Record<string, string | number> | undefined

  constructor(code: string, rest: Partial<Omit<ProblemShape, 'code'>> = {}) {
    super(rest.field ? `${code} (${rest.field})` : code)
    this.name = 'Problem'
    this.code = code
    this.status = rest.status ?? 422
    this.field = rest.field
    this.params = rest.params
  }
}

export const notFound = () => new Problem('request.notFound', { status: 404 })
export const forbidden = (permission: string) =>
  new Problem('request.forbidden', { status: 403, params: { permission } })

/** The problem in an unknown thrown value, or undefined when it is a defect of ours. */
export function asProblem(error: unknown): ProblemShape | undefined {
  if (!(error instanceof Error) || error.name !== 'Problem' || !('code' in error) || !('status' in error))
    return
  return error as unknown as ProblemShape
}
