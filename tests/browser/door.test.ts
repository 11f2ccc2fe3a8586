import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { invitation } from '#db/schema.ts'
import { inviteMember } from '#server/member/invite-member.ts'
import { setupLink } from '#server/workspace/setup-link.ts'
import { closePages, openPage } from '../support/browser.ts'
import { type TestServer, testServer } from '../support/server.ts'

/** Each begins on a server where nobody is yet. */
let server: TestServer
beforeEach(async () => {
  server = await testServer()
})
afterEach(async () => {
  await closePages().finally(() => server.drop())
})

test('the first owner names the company with the one-time link, signs out and in again', async () => {
  const link = new URL((await setupLink(server.app, server.url)) ?? '')
  const page = await openPage(server, null, link.pathname, { expectErrors: [/401/, /422/, /404/] })
  await page.getByLabel('Company').fill('Łódź & Söhne')
  await page.getByLabel('Your name').fill('김민지')
  await page.getByLabel('E-mail').fill('minji@example.org')
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Create the workspace' }).click()
  await page.getByText('Use at least 10 characters').waitFor()
  await page.getByLabel('New password').fill('a sentence to keep in mind')
  await page.getByRole('button', { name: 'Create the workspace' }).click()
  await page.waitForURL('**/w/lodz-sohne/board')

  const late = await openPage(server, null, link.pathname)
  await late.getByText('used or too old').waitFor()

  await page.context().clearCookies()
  await page.goto('/w/lodz-sohne/board')
  await page.waitForURL('**/sign-in?to=*')
  await page.getByLabel('E-mail').fill('Minji@Example.org')
  await page.getByLabel('Password', { exact: true }).fill('not this one')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('E-mail or password is wrong').waitFor()
  await page.getByLabel('Password', { exact: true }).fill('a sentence to keep in mind')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/w/lodz-sohne/board')
  expect(await page.title()).toContain('Hubbub')
})

test('the first owner opens the demo workspace instead', async () => {
  const link = new URL((await setupLink(server.app, server.url)) ?? '')
  const page = await openPage(server, null, link.pathname, { expectErrors: [/404/] })
  await page.getByLabel('The demo workspace').check()
  expect(await page.getByLabel('Company').isVisible()).toBe(false)
  await page.getByLabel('Your name').fill('Robin')
  await page.getByLabel('E-mail').fill('robin@example.org')
  await page.getByLabel('New password').fill('a sentence to keep in mind')
  await page.getByRole('button', { name: 'Create the workspace' }).click()
  await page.waitForURL('**/w/norrow-tea/board')
})

test('an invitation that ran out while its form was open says so, in the reader’s language', async () => {
  const { owner } = await server.workspace('Acme')
  const { path } = await inviteMember(owner, {
    email: 'late@example.org',
    role: 'viewer',
    teamIds: [],
    narrowed: false,
  })
  const page = await openPage(server, null, path, { expectErrors: [/410/] })
  await server.app.store.write(async (db) => {
    await db
      .update(invitation)
      .set({ expiresAt: Date.now() - 1 })
      .where(eq(invitation.workspaceId, owner.workspaceId))
  })
  await page.getByLabel('Your name').fill('Late')
  await page.getByLabel('New password').fill('a sentence to keep in mind')
  await page.getByRole('button', { name: /Join/ }).click()
  await page.getByText('older than 7 days').waitFor()
  const late = await openPage(server, null, path, { locale: 'ko' })
  await late.getByText('7일이 지난 초대예요').waitFor()
})
