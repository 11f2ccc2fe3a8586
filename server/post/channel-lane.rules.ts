/**
 * The channels of a post that is taken from one channel to another: those it has besides stay. `from` null, or a channel it
 * does not go to: it only comes to `to`; `to` null: it only leaves `from`.
 */
export function channelsMoved(ids: readonly string[], from: string | null, to: string | null): string[] {
  if (from === to) return [...ids]
  const rest = ids.filter((id) => id !== from && id !== to)
  return to === null ? rest : [...rest, to]
}
