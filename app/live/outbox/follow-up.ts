import { act } from '../act.ts'
import { type Entry, isOf } from './entry.rules.ts'

type Means = { patience: number; member: string | undefined }

/**
 * Does what a sent act calls for: a card dropped past draft wants a verb. Gives what is to be told when a person must do
 * it, or when not all of it was done. Throws like `act`.
 */
export async function followUp(entry: Entry, answer: unknown, means: Means): Promise<Entry['told']> {
  if (isOf(entry, 'post.bulk')) {
    const { refused } = answer as { refused: readonly unknown[] }
    return refused.length ? told('outbox.someRefused', { count: refused.length }) : undefined
  }
  if (!isOf(entry, 'post.move')) return
  const moved = answer as { moved: true } | { do: { verb: string; to?: 'idea' | 'draft'; ask?: boolean } }
  if (!('do' in moved)) return
  const { id, to, set } = entry.input
  const { verb, ask } = moved.do
  if (verb === 'approval.decide') return told('outbox.readFirst')
  if (verb === 'post.schedule' && ask) return told('outbox.needsTime')
  // Each step under a key of its own, the same at every attempt.
  const step = (name: string) => ({ ...means, key: `${entry.id}.${name}` })
  if (set) await act('post.change', { id, ...set }, step('set'))
  if (verb === 'post.schedule') await act('post.schedule', { id }, step('do'))
  else if (verb === 'post.submit') await act('post.submit', { postId: id }, step('do'))
  else if (verb === 'post.withdraw')
    await act('post.withdraw', { postId: id, ...(moved.do.to && { to: moved.do.to }) }, step('do'))
  else await act('post.unschedule', { id }, step('do'))
  const from = { stage: to.stage, rank: entry.input.from.rank }
  await act('post.move', { id, from, to, confirmed: true }, step('place')).catch(() => undefined)
  return
}

const told = (code: string, params: Record<string, string | number> = {}) => ({ code, message: '', params })
