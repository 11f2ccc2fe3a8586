import { isAllowedHost } from '../platform/allowed-host.rules.ts'

/** Names and addresses that never leave this machine. */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Whether a secret may be sent to this address: not by plain http, unless the host is this machine or named in
 * OUTBOUND_ALLOW (with or without its port). What is no address at all is judged elsewhere.
 */
export function mayGoPlain(address: string, allowed: readonly string[]): boolean {
  if (!/^http:\/\//i.test(address) || !URL.canParse(address)) return true
  const url = new URL(address)
  return LOOPBACK.test(url.hostname) || isAllowedHost(url, allowed)
}
