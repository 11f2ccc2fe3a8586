/**
 * Whether a request that changes something may come from this origin. With BASE_URL it must be that; without, it must
 * be the host that was asked, so that colleagues on a local address get in. A request without an Origin header is no
 * browser's cross-site request and is judged by its token instead.
 */
export function originRule(baseUrl: string | undefined) {
  return (origin: string | undefined, host: string | undefined): boolean => {
    if (!origin) return true
    if (!URL.canParse(origin)) return false
    return baseUrl ? origin === baseUrl : new URL(origin).host === host
  }
}

export type OriginRule = ReturnType<typeof originRule>
