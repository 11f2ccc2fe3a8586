import { expect, test, vi } from 'vitest'
import type { Card } from '#server/post/card.rules.ts'
import { createCardShelf } from './card-shelf.ts'

const card = (id: string, more: Partial<Card> = {}) => ({ id, title: id, stage: 'idea', ...more }) as Card
const event = (type: string, data: object) =>
  ({ n: 1, at: 0, type, memberId: null, subjectId: null, data }) as never

test('what the log says while a card is on its way is not lost', async () => {
  let stage: Card['stage'] = 'idea'
  const answers: (() => void)[] = []
  const shelf = createCardShelf(async (ids) => {
    const read = ids.map((id) => card(id, { stage }))
    await new Promise<void>((resolve) => answers.push(resolve))
    return read
  })
  shelf.want(['a'])
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  stage = 'draft'
  shelf.hear(event('post.moved', { id: 'a', title: 'a', set: { stage } }))
  answers[0]?.()
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.()
  await vi.waitFor(() => expect(shelf.store.getState().cards.get('a')).toMatchObject({ stage: 'draft' }))
})

test('cards are fetched once together, kept by the log, and gone when they are', async () => {
  const fetched = vi.fn(async (ids: readonly string[]) =>
    ids.filter((id) => id !== 'hidden').map((id) => card(id)),
  )
  const shelf = createCardShelf(fetched)
  const now = (id: string) => shelf.store.getState().cards.get(id)
  shelf.want(['a'])
  shelf.want(['b', 'hidden'])
  await vi.waitFor(() => expect(now('a')).toBeTruthy())
  expect(fetched).toHaveBeenCalledTimes(1)
  expect(now('hidden')).toBeNull()
  shelf.want(['a', 'b'])
  shelf.hear(event('post.moved', { id: 'a', title: 'a', set: { stage: 'draft' } }))
  expect(now('a')).toMatchObject({ stage: 'draft' })
  shelf.hear(event('post.moved', { id: 'stranger', title: 's', set: { stage: 'draft' } }))
  expect(now('stranger')).toBeUndefined()
  shelf.hear(event('post.archived', { id: 'a', title: 'a' }))
  expect(now('a')).toBeNull()
  shelf.hear(event('post.restored', { post: card('a') }))
  expect(now('a')).toMatchObject({ stage: 'idea' })
})
