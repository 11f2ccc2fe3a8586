import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#db/id.ts'
import type { Ctx } from '#server/core/ctx.ts'
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

const settings = (page: string) => `/w/${owner.workspaceSlug}/settings/${page}`

test('the owner invites, a second person joins, and a role taken away is felt without a reload', async () => {
  // Tried again, she has an account already.
  const address = `nina-${newId()}@example.org`
  const page = await openPage(server, owner, settings('members'), { expectErrors: [/422/] })
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('E-mail').fill('not an address')
  await page.getByRole('button', { name: 'Create invitation' }).click()
  await page.getByText('This is no e-mail address').waitFor()
  await page.getByLabel('E-mail').fill(address)
  await page.getByLabel('Role', { exact: true }).selectOption('admin')
  await page.getByRole('button', { name: 'Create invitation' }).click()
  const link = await page.getByLabel('Invitation link').inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText(address).waitFor()

  const second = await openPage(server, null, new URL(link).pathname, { expectErrors: [/403/, /404/] })
  await second.getByLabel('Your name').fill('Nina New')
  await second.getByLabel('New password').fill('a sentence to keep in mind')
  await second.getByRole('button', { name: 'Join' }).click()
  await second.waitForURL('**/board')
  // Live: the list of the first browser knows without a reload.
  await page.getByLabel('Role of Nina New').waitFor()

  await second.goto(settings('members'))
  await second.getByLabel('Role of Nina New').waitFor()
  await page.getByLabel('Role of Nina New').selectOption('viewer')
  // That it takes less than a second on the wire is tested in server/member/cut.test.ts.
  await second.getByRole('heading', { name: 'You cannot open this' }).waitFor()
  await second.goto(settings('profile'))
  await second.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
  expect(await second.getByRole('link', { name: 'Members' }).count()).toBe(0)
})

test('a practice channel is connected from the connector’s own fields, on a phone and in Korean too', async () => {
  const admin = await server.member(owner, 'admin', { locale: 'ko' })
  const page = await openPage(server, admin, settings('channels'), { width: 360, locale: 'ko' })
  await page.getByRole('button', { name: '채널 연결' }).click()
  await page.getByText('연습', { exact: true }).click()
  await page.getByLabel('표시 이름').fill('노스윈드')
  await page.getByLabel('네트워크에서 쓰는 이름').fill('northwind')
  await page.getByRole('button', { name: '연결', exact: true }).click()
  await page.getByRole('heading', { name: '노스윈드' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})
