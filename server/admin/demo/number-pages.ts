import type { Scene } from './demo-scene.ts'

/** Gives every entry its place on its practice page, in the order of time, and the channels a cursor behind them all. */
export function numberPages(scene: Scene): void {
  const pages = Map.groupBy(scene.rows.practiceEntry, (entry) => entry.pageId)
  for (const [pageId, entries] of pages) {
    entries.sort((a, b) => a.at - b.at)
    for (const [index, entry] of entries.entries()) entry.n = entry.touched = index + 1
    const account = scene.rows.practiceAccount.find((one) => one.id === pageId)
    if (account) account.head = entries.length
    const channel = scene.rows.channel.find((one) => one.remoteId === pageId)
    if (channel) {
      channel.ingestCursor = { at: String(entries.length) }
      channel.ingestedAt = scene.now
    }
  }
  // Parents first: an answer is inserted after what it answers.
  scene.rows.practiceEntry.sort((a, b) => a.at - b.at)
}
