import { expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { CANVAS, type CanvasObject, type CanvasObjects, canvasObject } from '#server/canvas/canvas.rules.ts'
import { createCanvasActs } from './canvas-acts.ts'
import type { CanvasDoc, DocState } from './canvas-doc.ts'
import { createCanvasUi } from './canvas-ui.ts'

const note = (text: string): CanvasObject => ({
  ...{ kind: 'note', x: 0, y: 0, w: 100, h: 80, z: 'a0', text, hue: 3, locked: false, group: null },
})

const CANVAS_ID = '01930000-0000-7000-8000-000000000001'

function open(makePost: (id: string, text: string) => Promise<boolean> = async () => true) {
  const objects = new Map<string, CanvasObject>([['a', note('Lanterns')]])
  const state = () => ({ objects, order: [...objects.keys()] }) as unknown as DocState
  const doc = {
    store: { ...createStore(state), getState: state },
    add(more: CanvasObjects) {
      for (const [id, object] of Object.entries(more)) objects.set(id, object)
      return 'added'
    },
    replace: (id: string, object: CanvasObject) => objects.set(id, object),
  } as unknown as CanvasDoc
  const ui = createCanvasUi()
  const by = () => createCanvasActs({ canvasId: CANVAS_ID, doc, ui, full() {}, makePost })
  return { objects, ui, by, acts: by() }
}

test('a note that is pressed twice, or whose answer was lost, becomes one post', async () => {
  const makePost = vi.fn((_id: string, _text: string) => Promise.resolve(true))
  const { acts, objects } = open(makePost)
  makePost.mockRejectedValueOnce(new Error('lost'))
  await expect(acts.toPost('a')).rejects.toThrow('lost')
  expect(objects.get('a')?.kind).toBe('note')
  expect(await Promise.all([acts.toPost('a'), acts.toPost('a')])).toEqual([true, false])
  const [lost, made] = makePost.mock.calls.map(([id]) => id)
  expect(makePost).toHaveBeenCalledTimes(2)
  expect(made).toBe(lost)
  expect(objects.get('a')).toMatchObject({ kind: 'post', postId: made })
})

test('a note that two people make a post of at the same moment becomes one post, and the first card stands', async () => {
  const makePost = vi.fn((_id: string, _text: string) => Promise.resolve(true))
  const { by, objects } = open(makePost)
  const first = by().toPost('a')
  const second = by().toPost('a')
  await first
  const card = objects.get('a')
  expect(await second).toBe(true)
  const [mine, theirs] = makePost.mock.calls.map(([id]) => id)
  expect(theirs).toBe(mine)
  expect(objects.get('a')).toBe(card)
})

test('with other words it is another post', async () => {
  const makePost = vi.fn((_id: string, _text: string) => Promise.resolve(true))
  const { acts, objects } = open(makePost)
  makePost.mockRejectedValueOnce(new Error('refused'))
  await expect(acts.toPost('a')).rejects.toThrow('refused')
  objects.set('a', note('Fog'))
  await acts.toPost('a')
  expect(makePost.mock.calls[0]?.[0]).not.toBe(makePost.mock.calls[1]?.[0])
})

test('what is put down at the edge, or as large as the largest screen from the furthest away, is still an object', () => {
  const { acts, objects } = open()
  acts.note({ x: CANVAS.edge + 500, y: -CANVAS.edge - 500 })
  acts.frame({ x: 0, y: 0, w: 5_120 / 0.05, h: 2_880 / 0.05 })
  for (const object of objects.values()) expect(canvasObject.safeParse(object).success).toBe(true)
})

test('a note whose post was archived becomes another one, and again the same for whoever asks twice', async () => {
  const archived = new Set<string>()
  const makePost = vi.fn((id: string, _text: string) => Promise.resolve(!archived.has(id)))
  const { by, acts, objects } = open(makePost)
  const become = async (who = acts) => {
    objects.set('a', note('Lanterns'))
    await who.toPost('a')
    return (objects.get('a') as { postId?: string }).postId ?? ''
  }
  const first = await become()
  expect(await become()).toBe(first)
  archived.add(first)
  const second = await become()
  expect(second).not.toBe(first)
  expect(await become(by())).toBe(second)
  archived.add(second)
  expect([first, second]).not.toContain(await become())
})
