import type { ServerBuild } from '@remix-run/node'

/** How many parts of an address are looked at: workspace and section tell nearly all routes apart. */
const DEPTH = 3

type Routes = ServerBuild['routes']

/** The parts of a route's whole path, its parents' included. */
function partsOf(routes: Routes, id: string): string[] {
  const route = routes[id]
  if (!route) return []
  const own = route.path?.split('/').filter(Boolean) ?? []
  return [...(route.parentId ? partsOf(routes, route.parentId) : []), ...own]
}

const isFixed = (part: string) => !/^[:*]|\?$/.test(part)

/** Whether a route's path agrees with an address as far as both go; null stands for a part that no route names. */
function agrees(parts: readonly string[], address: readonly (string | null)[]): boolean {
  for (const [i, there] of address.entries()) {
    const part = parts[i]
    if (part === undefined || part === '*' || part.endsWith('?')) return true
    if (isFixed(part) && part.toLowerCase() !== there) return false
  }
  return true
}

const pick = <T>(all: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))

/**
 * Gives for the path of a page the build with only those routes that can match it (or a part of it from the left): Remix
 * flattens, ranks and tries all routes it has some six times for each page. Whatever is odd about a path, or asks for
 * data, gets the whole build. There are as many narrow builds as the routes' own names, however many addresses.
 */
export function narrowBuilds(build: ServerBuild): (path: string) => ServerBuild {
  const paths = Object.keys(build.routes).map((id) => ({ id, parts: partsOf(build.routes, id) }))
  const named = Array.from(
    { length: DEPTH },
    (_, i) => new Set(paths.flatMap(({ parts }) => parts[i]?.toLowerCase() ?? []).filter(isFixed)),
  )
  const made = new Map<string, ServerBuild>()
  return (path) => {
    if (/%|\/\/|\.data$|^\/__manifest/.test(path)) return build
    const address = path
      .split('/')
      .filter(Boolean)
      .slice(0, DEPTH)
      .map((part, i) => (named[i]?.has(part.toLowerCase()) ? part.toLowerCase() : null))
    const key = address.join('/')
    const known = made.get(key)
    if (known) return known
    const ids = new Set(paths.filter(({ parts }) => agrees(parts, address)).map(({ id }) => id))
    const assets = { ...build.assets, routes: pick(build.assets.routes, ids) }
    const narrow = { ...build, routes: pick(build.routes, ids), assets }
    made.set(key, narrow)
    return narrow
  }
}
