import type { Page } from 'playwright-core'

interface TraceEvent {
  name: string
  ph: string
  ts: number
  /** Microseconds by the clock, and of processor time. */
  dur?: number
  tdur?: number
  pid: number
  tid: number
  args?: { name?: string }
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata']

/**
 * Processor time of the main thread in each frame while something is done, ms: all its tasks from one animation frame
 * to the next. Not by the clock: what a busy machine gives to others in the middle of a task is not the page's work.
 * What tracing itself costs is in it.
 */
export async function frameCost(page: Page, work: () => Promise<unknown>): Promise<number[]> {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser to trace')
  await browser.startTracing(page, { categories: CATEGORIES })
  await work()
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }
  const thread = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`
  const mains = new Set(
    traceEvents
      .filter((one) => one.args?.name === 'CrRendererMain' && one.name === 'thread_name')
      .map(thread),
  )
  const named = (name: string) =>
    traceEvents.filter((one) => one.name === name && one.ph === 'X' && mains.has(thread(one)))
  // That of the page in front: only it has frames.
  const begun = [...Map.groupBy(named('FireAnimationFrame'), thread).values()].sort(
    (a, b) => b.length - a.length,
  )[0]
  if (!begun?.[0]) throw new Error('no frames')
  const main = thread(begun[0])
  const starts = begun.map((one) => one.ts).sort((a, b) => a - b)
  const frames = starts.map(() => 0)
  const tasks = named('RunTask')
    .filter((one) => thread(one) === main)
    .sort((a, b) => a.ts - b.ts)
  let frame = 0
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    // The task in which a frame begins is that frame's.
    while (frame + 1 < starts.length && ts + dur > (starts[frame + 1] ?? 0)) frame++
    if (ts + dur > (starts[0] ?? 0)) frames[frame] = (frames[frame] ?? 0) + tdur / 1000
  }
  return frames
}
