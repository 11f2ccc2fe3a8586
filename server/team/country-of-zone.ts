const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The engine's own; TypeScript has no type for it yet. */
type WithZones = Intl.Locale & { getTimeZones?(): string[] | undefined }

/** The country a time zone lies in (ISO 3166-1 alpha-2); null for zones that are no place, such as UTC. ~100 ms. */
export function countryOfZone(zone: string): string | null {
  // Countries list a zone by one of its names only: Asia/Calcutta, not Asia/Kolkata.
  const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const place = new Intl.Locale(`und-${first}${second}`) as WithZones
      const zones = place.getTimeZones?.()
      // Codes no longer in use (DD) stand for today's (DE).
      if (zones?.includes(zone) || zones?.includes(known)) return place.region ?? null
    }
  return null
}
