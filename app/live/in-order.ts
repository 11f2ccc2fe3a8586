const queues = new Map<string, Promise<unknown>>()

/** Does what is about the same things in the order in which it was asked for; what fails holds nothing up. */
export function inOrder<T>(about: readonly string[], work: () => Promise<T>): Promise<T> {
  const before = about.map((id) => queues.get(id)?.catch(() => undefined))
  // What nothing stands before begins at once: another page's click must not wait for a turn of the loop.
  const mine = before.some(Boolean) ? Promise.all(before).then(work) : work()
  for (const id of about) queues.set(id, mine)
  const forget = () => {
    for (const id of about) if (queues.get(id) === mine) queues.delete(id)
  }
  mine.then(forget, forget)
  return mine
}
