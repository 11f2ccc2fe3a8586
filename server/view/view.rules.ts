import { z } from 'zod'
import { nameText } from '../platform/clean-input.rules.ts'

/** What narrows the plan in an address; what else stands there is no part of a view. */
export const VIEW_PARAMS = ['assignee', 'campaign', 'channel', 'label', 'lanes', 'q', 'team'] as const

/** Views of one person. */
export const MAX_VIEWS = 100
export const MAX_VIEW_NAME = 60
const MAX_QUERY = 1000

export const viewName = nameText().min(1).max(MAX_VIEW_NAME)

/** The filters of an address in one order, so that two are equal when they mean the same. Empty: everything. */
export function viewQuery(search: string): string {
  const params = new URLSearchParams(search)
  const kept = new URLSearchParams()
  for (const name of VIEW_PARAMS) {
    const value = params.get(name)?.trim()
    if (value) kept.set(name, value)
  }
  return kept.toString()
}

export const queryOfView = z
  .string()
  .max(MAX_QUERY)
  .transform(viewQuery)
  .pipe(z.string().min(1, 'view.empty'))

/** A view as menus list it. */
export const viewFace = z.object({
  id: z.string(),
  memberId: z.string(),
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
})
export type ViewFace = z.infer<typeof viewFace>
