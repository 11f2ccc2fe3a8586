import type { CanvasThreadView } from '#server/comment/thread.reads.ts'

/** The discussions on a canvas, from its own address. Throws when they cannot be read. */
export async function readThreads(address: string): Promise<CanvasThreadView[]> {
  const response = await fetch(address, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return ((await response.json()) as { threads: CanvasThreadView[] }).threads
}
