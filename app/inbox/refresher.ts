/** How long what was told is gathered before it is read, ms: a storm becomes a few reads. */
const GATHER = 40
const AGAIN = 2_000
const AT_ONCE = 100

/**
 * Reads things again by id, together and one read at a time. A read that fails is tried again.
 * @param read gets at most a hundred ids
 */
export function createRefresher(read: (ids: string[]) => Promise<void>) {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let stopped = false

  function plan(ms: number): void {
    if (!busy && !stopped) timer ??= setTimeout(run, ms)
  }

  async function run(): Promise<void> {
    timer = undefined
    busy = true
    const ids = [...waiting].slice(0, AT_ONCE)
    for (const id of ids) waiting.delete(id)
    let pause = GATHER
    try {
      await read(ids)
    } catch {
      for (const id of ids) waiting.add(id)
      pause = AGAIN
    }
    busy = false
    if (waiting.size) plan(pause)
  }

  return {
    want(id: string): void {
      waiting.add(id)
      plan(GATHER)
    },
    stop(): void {
      stopped = true
      clearTimeout(timer)
    },
    start(): void {
      stopped = false
    },
  }
}

export type Refresher = ReturnType<typeof createRefresher>
