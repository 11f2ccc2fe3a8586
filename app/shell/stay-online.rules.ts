/** The page a path is of: `/w/acme/inbox/1` and `/w/acme/inbox` are one. */
const pageOf = (path: string) => path.split('/').slice(0, 4).join('/')

/**
 * Whether going from one path to another asks the server for something. Closing what lies over a page (its path goes
 * on behind the page's) does not; nor does what a board or calendar keeps in its address.
 */
export function asksServer(from: string, to: string): boolean {
  if (!to.startsWith('/w/') || !from.startsWith('/w/')) return false
  if (pageOf(from) !== pageOf(to)) return true
  return from === to ? /\/inbox/.test(to) : !from.startsWith(`${to}/`)
}
