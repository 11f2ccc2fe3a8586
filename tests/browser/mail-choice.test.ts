import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { chooseMail } from '#server/notification/choose-mail.ts'
import { closePages, openPage } from '../support/browser.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  owner = (await server.workspace('Northwind')).owner
})
afterEach(closePages)
afterAll(() => server.drop())

const profile = () => `/w/${owner.workspaceSlug}/settings/profile#mail`

test('which notifications are mailed is chosen by keyboard, and the other tab follows', async () => {
  const [page, other] = [await openPage(server, owner, profile()), await openPage(server, owner, profile())]
  await page.getByText('Mail is not set up on this server').waitFor()
  const mentions = page.getByRole('switch', { name: 'Mentions and replies' })
  await mentions.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  const states = () =>
    other.getByRole('switch').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked))
  await expect.poll(states).toEqual([false, true, false, true, true])
  expect(await mentions.isChecked()).toBe(false)
  // The other way, by the button; and it has been kept.
  await other.getByRole('button', { name: 'Turn all off' }).press('Enter')
  await other.getByRole('button', { name: 'Turn all on' }).waitFor()
  await page.getByRole('button', { name: 'Turn all on' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Turn all on' }).press('Enter')
  await expect.poll(states).toEqual([true, true, true, true, true])
})

test('at 360 px in Korean, where a change from elsewhere shows too', async () => {
  const admin = await server.member(owner, 'admin', { locale: 'ko' })
  const page = await openPage(server, admin, profile(), { width: 360, locale: 'ko' })
  const review = page.getByRole('switch', { name: '나에게 온 검토 요청' })
  await review.waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await chooseMail(admin, { kinds: { review: false } })
  await expect.poll(() => review.isChecked()).toBe(false)
})
