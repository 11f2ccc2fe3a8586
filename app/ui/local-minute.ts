const made = new Map<string, Intl.DateTimeFormat>()

/** An instant as a field for date and time takes it, `YYYY-MM-DDTHH:mm`, as the clocks of a zone show it. */
export function localMinuteIn(zone: string, at: number): string {
  let format = made.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv', {
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
      timeZone: zone,
    })
    made.set(zone, format)
  }
  return format.format(at).replace(' ', 'T')
}
