import type { Page } from 'playwright-core'

/**
 * What the main thread did while something was dragged: ms of its processor time in each frame that had any work, and in
 * the longest task. Not the time by the clock: on a machine that others use too, a thread is made to wait.
 */
export interface DragCost {
  frames: number[]
  longest: number
}

interface TraceEvent {
  name: string
  ph: string
  ts: number
  dur?: number
  /** of the thread’s own clock, which stands still while another thread runs */
  tdur?: number
  pid: number
  tid: number
  args?: { name?: string }
}

/** A frame at 60 Hz, microseconds. */
const FRAME = 16_667

/** Begins to trace a page; what it gives ends it and says what it has cost. */
export async function watchDrag(page: Page): Promise<() => Promise<DragCost>> {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser to trace')
  await browser.startTracing(page, {
    // Tasks alone: what else can be traced costs more than the work that is measured.
    categories: ['-*', 'toplevel', '__metadata'],
  })
  return async () =>
    costOf((JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }).traceEvents)
}

/** Tasks of the page's main thread (that of the renderer which worked most), summed by the frame they began in. */
function costOf(events: readonly TraceEvent[]): DragCost {
  const mains = new Set(
    events
      .filter((one) => one.name === 'thread_name' && one.args?.name === 'CrRendererMain')
      .map((one) => `${one.pid}:${one.tid}`),
  )
  const byThread = Map.groupBy(
    events.filter((one) => /RunTask$/.test(one.name) && one.ph === 'X' && mains.has(`${one.pid}:${one.tid}`)),
    (one) => one.pid,
  )
  const spent = ({ tdur, dur = 0 }: TraceEvent) => tdur ?? dur
  const work = (tasks: readonly TraceEvent[]) => tasks.reduce((sum, one) => sum + spent(one), 0)
  const tasks = [...byThread.values()].sort((a, b) => work(b) - work(a))[0] ?? []
  const frames = [...Map.groupBy(tasks, (one) => Math.floor(one.ts / FRAME)).values()].map(
    (list) => work(list) / 1000,
  )
  return { frames, longest: Math.max(0, ...tasks.map((one) => spent(one) / 1000)) }
}
