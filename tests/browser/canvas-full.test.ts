import { crc32, deflateSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { user } from '#db/schema.ts'
import { createCanvas } from '#server/canvas/create-canvas.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { parseInput } from '#server/core/verb.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { endPrograms, many, program } from '../support/canvas-program.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let teamId: string
beforeAll(async () => {
  server = await testServer()
}, 240_000)
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace('Nordlicht'))
})
afterEach(async () => {
  endPrograms()
  await closePages()
})
afterAll(() => server.drop())

async function enter(count: number, look: Look = {}): Promise<Page> {
  const input = parseInput(createCanvas.input, { name: 'Ideas', teamId, objects: many(count) })
  const { id } = await createCanvas(owner, input)
  return lookAt(owner, id, look)
}
async function lookAt(who: Ctx, id: string, look: Look = {}): Promise<Page> {
  const page = await openPage(server, who, `/w/${who.workspaceSlug}/canvas/${id}`, look)
  await page.locator('[data-canvas][data-ready]').waitFor({ timeout: 120_000 })
  return page
}
const objects = (page: Page) => page.locator('.react-flow__node').count()

test('a canvas says that it is nearly full, full, or more than that; it refuses what does not fit, whole, and loses nothing', async () => {
  const input = parseInput(createCanvas.input, { name: 'Ideas', teamId, objects: many(4_799) })
  const { id } = await createCanvas(owner, input)
  await server.app.store.write((db) =>
    db
      .update(user)
      .set({ locale: 'ko' })
      .where(eq(user.id, owner.userId ?? '')),
  )
  const page = await lookAt(owner, id, { locale: 'ko' })
  const bar = page.locator('main [role=status][data-tone]')
  const other = await program(server, owner, id)
  expect(await objects(page)).toBe(4_799)
  expect(await bar.count()).toBe(0)
  other.put(4_799, 4_999)
  await bar.filter({ hasText: '1개 더' }).waitFor()
  const paste = (type: string, text: string) =>
    page.evaluate(
      ([kind = '', words = '']) => {
        const data = new DataTransfer()
        data.setData(kind, words)
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
      },
      [type, text],
    )
  await paste('text/plain', '- One\n- Two')
  await page.getByText('1개 자리만 남아서', { exact: false }).first().waitFor()
  await paste('text/plain', 'The last one')
  await page.locator('.react-flow__node', { hasText: 'The last one' }).waitFor()
  await bar.filter({ hasText: '가득 찼어요' }).waitFor()
  expect(await objects(page)).toBe(5_000)
  await page.keyboard.press('Control+d')
  await page.getByText('자리가 없어서 추가하지 않았어요', { exact: false }).first().waitFor()
  await paste('text/plain', 'One too many')
  await paste('application/x-hubbub-canvas', JSON.stringify(many(5_001)))
  expect(await page.locator('.react-flow__node', { hasText: 'One too many' }).count()).toBe(0)
  expect(await objects(page)).toBe(5_000)
  // A program knows no limit; what it put there is shown, and can be deleted.
  other.put(4_999, 5_002)
  await bar.filter({ hasText: '5,003개' }).waitFor()
  other.take('o0', 'o1', 'o2')
  await bar.filter({ hasText: '가득 찼어요' }).waitFor()
  expect(await objects(page)).toBe(5_000)
}, 600_000)

/** A PNG of a few hundred bytes that claims 60,000 x 60,000 pixels. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(60_000, 0)
  head.writeUInt32BE(60_000, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(100_000)))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', head), pixels, chunk('IEND', Buffer.alloc(0))])
}

test('a picture that is a bomb, broken or none is refused where it is dropped; a good one stands there', async () => {
  const page = await enter(0, { expectErrors: [/41[35]/] })
  const drop = (name: string, type: string, bytes: Buffer) =>
    page.evaluate(
      ([file = '', kind = '', base = '']) => {
        const data = new DataTransfer()
        const content = Uint8Array.from(atob(base), (letter) => letter.charCodeAt(0))
        data.items.add(new File([content], file, { type: kind }))
        const at = { clientX: 500, clientY: 400, bubbles: true, cancelable: true }
        document
          .querySelector('.react-flow__pane')
          ?.dispatchEvent(new DragEvent('drop', { ...at, dataTransfer: data }))
      },
      [name, type, bytes.toString('base64')],
    )
  await drop('bomb.png', 'image/png', bomb())
  await page.getByText('more than 50 megapixels', { exact: false }).first().waitFor()
  await drop('broken.jpg', 'image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))
  await page.getByText('not a picture we can read', { exact: false }).first().waitFor()
  await drop('brief.pdf', 'application/pdf', Buffer.from('%PDF-1.7'))
  await page.getByText('“brief.pdf” could not be added', { exact: false }).first().waitFor()
  expect(await objects(page)).toBe(0)
  const fine = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#c33' } })
    .png()
    .toBuffer()
  await drop('fine.png', 'image/png', fine)
  await page.getByRole('img', { name: 'fine.png' }).waitFor()
})
