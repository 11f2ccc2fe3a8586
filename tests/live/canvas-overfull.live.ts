import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CanvasObjects } from '#server/canvas/canvas.rules.ts'
import { createCanvas } from '#server/canvas/create-canvas.ts'
import { keepCanvas } from '#server/canvas/keep-canvas.ts'
import { parseInput } from '#server/core/verb.ts'
import { buildOnce } from '#server/start.ts'
import { closeBrowser, closePages, openPage } from '../support/browser.ts'
import { endPrograms, many, program } from '../support/canvas-program.ts'
import { type TestServer, testServer } from '../support/server.ts'

/** Drawing ten thousand objects takes a busy machine a minute: too long for `npm test`. */
let server: TestServer
beforeAll(async () => {
  buildOnce()
  server = await testServer()
})
afterEach(async () => {
  endPrograms()
  await closePages()
})
afterAll(async () => {
  await closeBrowser()
  await server.drop()
})

test('a canvas that a program filled past 10,000 opens for who only reads, shows what is kept and says so', async () => {
  const { owner, teamId } = await server.workspace('Nordlicht')
  const reader = await server.member(owner, 'viewer', { name: 'Vera' })
  const { id } = await createCanvas(owner, parseInput(createCanvas.input, { name: 'Ideas', teamId }))
  await keepCanvas(owner, { id, reason: 'auto' }, many(9_998) as CanvasObjects)
  const other = await program(server, owner, id)
  other.put(9_998, 10_003)
  await expect.poll(() => other.status(), { timeout: 60_000 }).toBe('synchronized')
  const page = await openPage(server, reader, `/w/${reader.workspaceSlug}/canvas/${id}`)
  await page.locator('[data-canvas][data-ready]').waitFor({ timeout: 120_000 })
  const red = page.locator('main [role=status][data-tone=red]')
  await red
    .filter({ hasText: 'holds 10,003 objects. Only 10,000 of them are shown' })
    .waitFor({ timeout: 120_000 })
  expect(await page.locator('.react-flow__node').count()).toBe(10_000)
  other.take('o0', 'o1', 'o2', 'o3')
  const amber = page.locator('main [role=status][data-tone=amber]')
  await amber.filter({ hasText: 'holds 9,999 objects, more than the 5,000' }).waitFor({ timeout: 120_000 })
}, 600_000)
