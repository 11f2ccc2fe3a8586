import { expect, it, vi } from 'vitest'
import type { CanvasThreadView } from '#server/comment/thread.reads.ts'
import { createCanvasTalk, openOn } from './talk-store.ts'

const thread = (id: string, objectId: string, resolvedAt: number | null = null): CanvasThreadView => ({
  ...{ id, objectId, resolvedAt, resolvedBy: null, createdAt: 1, about: null, comments: [] },
})

it('counts what is open on each object', () => {
  const counts = openOn([thread('1', 'a'), thread('2', 'a', 5), thread('3', 'a'), thread('4', 'b', 5)])
  expect([...counts]).toEqual([['a', 2]])
  expect(openOn(null).size).toBe(0)
})

it('reads once more after what it was reading when it was asked, however often it was', async () => {
  const answers: ((threads: CanvasThreadView[]) => void)[] = []
  const fetch = vi.fn(() => new Promise<CanvasThreadView[]>((resolve) => answers.push(resolve)))
  const talk = createCanvasTalk('c', fetch)
  const first = talk.read()
  const later = Promise.all([talk.read(), talk.read()])
  answers[0]?.([])
  await first
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.([thread('1', 'a')])
  await later
  expect(talk.store.getState().threads).toMatchObject([{ id: '1' }])
  expect(fetch).toHaveBeenCalledTimes(2)
})

it('hears only of discussions on its canvas, and stays as it is when they cannot be read', async () => {
  const fetch = vi.fn(async () => [thread('1', 'a')])
  const talk = createCanvasTalk('c', fetch)
  const event = { n: 1, at: 1, memberId: null, type: 'canvas.commented' }
  talk.hear({ ...event, subjectId: 'other', data: { threadId: '1' } } as never)
  talk.hear({ ...event, subjectId: 'c', data: { name: 'New' } } as never)
  expect(fetch).not.toHaveBeenCalled()
  talk.hear({ ...event, subjectId: 'c', data: { threadId: '1' } } as never)
  await vi.waitFor(() => expect(talk.store.getState().threads).toHaveLength(1))
  fetch.mockRejectedValueOnce(new Error('away'))
  await expect(talk.read()).rejects.toThrow('away')
  expect(talk.store.getState().threads).toHaveLength(1)
})
