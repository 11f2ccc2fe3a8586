/** Whether OUTBOUND_ALLOW names the host of an address: by itself, or with the port, also the one its scheme has anyway. */
export function isAllowedHost(url: URL, allowed: Iterable<string>): boolean {
  const { hostname, protocol } = url
  const host = `${hostname}:${url.port || (protocol === 'https:' ? '443' : '80')}`
  for (const one of allowed) if ([hostname, host].includes(one.trim().toLowerCase())) return true
  return false
}
