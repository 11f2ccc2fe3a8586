import { expect, test } from 'vitest'
import { wholeAnswers } from './whole-answers.ts'

/** Answers at once; the body follows in two pieces, unless it is broken off in between. */
const slow = (async (_input: unknown, init?: RequestInit) => {
  let more = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('one '))
      more = () => {
        controller.enqueue(new TextEncoder().encode('two'))
        controller.close()
      }
      init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason))
    },
  })
  if (!init?.signal) more()
  return new Response(body, { status: 201, headers: { 'X-Remix-Response': 'yes' } })
}) as typeof fetch

test('a page that is broken off while its data comes is never handed over', async () => {
  const leaving = new AbortController()
  const reading = wholeAnswers(slow)('/w/a/canvas.data?_routes=x', { signal: leaving.signal })
  setTimeout(() => leaving.abort(), 5)
  await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
})

test('what comes whole is what was sent; what is no page comes as it comes', async () => {
  const page = await wholeAnswers(slow)(new URL('http://x/w/a/board.data'))
  expect([page.status, page.headers.get('X-Remix-Response'), await page.text()]).toEqual([
    201,
    'yes',
    'one two',
  ])
  const file = await wholeAnswers(slow)('/w/a/assets/1', { signal: new AbortController().signal })
  expect(file.bodyUsed).toBe(false)
})
