/**
 * Moves labels apart along one axis so that none overlaps, staying as near as may be to where they belong.
 * @param wanted where each would like its middle to be, px
 * @param room height of one label, px
 * @param span the labels' middles stay between these, px
 * @returns the middles in the order given; null for those (the last ones) that found no room at all
 */
export function spreadLabels(
  wanted: readonly number[],
  room: number,
  [low, high]: [number, number],
): (number | null)[] {
  const fits = Math.max(0, Math.floor((high - low) / room) + 1)
  const order = wanted
    .map((at, index) => ({ at: Math.max(low, Math.min(high, at)), index }))
    .slice(0, fits)
    .sort((a, b) => a.at - b.at || a.index - b.index)
  // Down once so that each clears the one above, then up once so that the last one is inside again.
  let edge = low
  for (const label of order) {
    label.at = Math.max(label.at, edge)
    edge = label.at + room
  }
  edge = high
  for (const label of order.toReversed()) {
    label.at = Math.min(label.at, edge)
    edge = label.at - room
  }
  const placed: (number | null)[] = wanted.map(() => null)
  for (const { at, index } of order) placed[index] = at
  return placed
}
