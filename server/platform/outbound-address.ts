import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is on the public internet. Everything else (loopback, private, link-local with the cloud's
 * metadata, carrier NAT, documentation, multicast, mapped or tunnelled forms of these) is refused.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return false
  // process() unwraps IPv4 inside IPv6, so ::ffff:127.0.0.1 is judged as what it is.
  const parsed = ipaddr.process(bare)
  if (parsed.range() !== 'unicast') return false
  if (parsed.kind() === 'ipv4') return true
  // Of IPv6 only 2000::/3 is given out; ::/96 still carries IPv4 addresses.
  const first = (parsed as ipaddr.IPv6).parts[0] ?? 0
  return first >= 0x2000 && first <= 0x3fff
}

/** The IP literal a URL's host is, without brackets, or null when it is a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) ? bare : null
}
