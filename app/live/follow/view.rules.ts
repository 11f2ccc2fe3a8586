/** What somebody looks at among the pages one plans on. */
export interface View {
  /** address within the workspace: page, filters, time, what is open */
  to: string
  /**
   * how far it is scrolled, CSS pixels, by the scrolling part's place among those of the page; hours as far as they would be
   * on UTC's clocks, so that all look at the same instants
   */
  scroll: readonly (readonly [left: number, top: number])[]
}

const PAGES = /^(board|calendar|canvas)(\/[\w-]+)*(\?[^#]*)?$/
/** Longer than this is not sent, nor taken. */
export const MOST = 1000

/** A view as it is told to others; null when it is none that can be followed. */
export function writeView({ to, scroll }: View): string | null {
  if (!PAGES.test(to)) return null
  const text = JSON.stringify([to, scroll.map(([left, top]) => [Math.round(left), Math.round(top)])])
  return text.length <= MOST ? text : null
}

/** A view as somebody else's browser told it: only addresses of this workspace's plan, everything else is null. */
export function readView(text: string | null): View | null {
  try {
    const [to, scroll]: [unknown, unknown] = JSON.parse(text ?? '[]')
    if (typeof to !== 'string' || to.length > MOST || !PAGES.test(to) || !Array.isArray(scroll)) return null
    const pairs = scroll.filter(
      (one): one is [number, number] =>
        Array.isArray(one) && one.length === 2 && one.every((value) => Number.isFinite(value)),
    )
    return { to, scroll: pairs.slice(0, 8) }
  } catch {
    return null
  }
}

/** An address with what it leaves to the reader said: “today” is another day elsewhere. What it says itself stays. */
export function spelledOut(to: string, shown: string): string {
  const [path = '', search] = to.split('?')
  const params = new URLSearchParams(search)
  for (const [name, value] of new URLSearchParams(shown)) if (!params.has(name)) params.set(name, value)
  return params.size ? `${path}?${params}` : path
}

/** In which teams somebody may read posts. */
type Reads = 'all' | readonly string[]

/** Whether everybody who hears me reads all that I read. Who reads nothing is in no room of the plan. */
export const allReadMine = (mine: Reads, others: readonly Reads[]): boolean =>
  others.every(
    (reads) =>
      reads === 'all' || reads.length === 0 || (mine !== 'all' && mine.every((team) => reads.includes(team))),
  )

/** An address without the words that are searched for in it: they may be those of a post that a hearer may not read. */
export function withoutWords(to: string): string {
  const [path = '', search] = to.split('?')
  const params = new URLSearchParams(search)
  if (!params.has('q')) return to
  params.delete('q')
  return params.size ? `${path}?${params}` : path
}

/** The post that an address has open. */
export const postOf = (to: string): string | null => /^\w+\/post\/([\w-]+)/.exec(to)?.[1] ?? null

/** The same address without what lies over the page. */
export const pageBehind = (to: string): string => to.replace(/^(\w+)\/post\/[\w-]+/, '$1')
