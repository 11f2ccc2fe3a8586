import type { BulkAction, BulkRefusal } from '#server/bulk/bulk.rules.ts'

/** The same move of those for which a stage was full, meant in spite of it; null when there are none. */
export function anyway(
  ids: readonly string[],
  action: BulkAction,
  refused: readonly Pick<BulkRefusal, 'id' | 'code'>[],
): { ids: string[]; action: BulkAction } | null {
  if (action.kind !== 'move' || action.confirmed) return null
  const full = refused.filter(({ code }) => code === 'stage.full').map(({ id }) => id)
  if (!full.length) return null
  const ranks = action.ranks && full.map((id) => action.ranks?.[ids.indexOf(id)] ?? '')
  return { ids: full, action: { ...action, confirmed: true, ...(ranks && { ranks }) } }
}
