import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { user } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts'
import { perform } from '../core/verb.ts'
import { inviteMember } from './invite-member.ts'

let core: TestCore
let smtp: MailServer
beforeAll(async () => {
  smtp = await startMailServer()
  core = await testCore({
    smtpUrl: smtp.url,
    smtpFrom: 'Hubbub <hubbub@acme.example.org>',
    baseUrl: 'https://hubbub.acme.example.org',
  })
})
beforeEach(() => {
  smtp.behave('take')
  smtp.received.length = 0
})
afterAll(async () => {
  await core.drop()
  await smtp.close()
})

const invite = async (by: Parameters<typeof inviteMember>[0], email: string) =>
  (await perform(by, inviteMember, { email, role: 'editor' })) as { path: string; mail: string }

it('is mailed as text and as HTML, with the link in both and nothing of a name taken for markup', async () => {
  const { owner } = await core.workspace('<b>Acme</b>')
  const { path, mail } = await invite({ ...owner, name: 'Olivia\n& Co' }, 'nina@acme.test')
  expect(mail).toBe('sent')
  const [got] = smtp.received
  const link = `https://hubbub.acme.example.org${path}`
  expect(got).toMatchObject({
    to: 'nina@acme.test',
    subject: 'Olivia & Co invites you to <b>Acme</b> on Hubbub',
  })
  expect(got?.text).toContain(`Join <b>Acme</b>:\n${link}`)
  expect(got?.html).toContain(`href="${link}"`)
  expect(got?.html).toContain('&lt;b&gt;Acme&lt;/b&gt;')
  expect(got?.html).not.toContain('<b>Acme')
})

it('is in the language that its reader has chosen, else in the workspace’s', async () => {
  const { owner } = await core.workspace()
  const other = await core.workspace('Elsewhere')
  const jin = await core.member(other.owner, 'editor', { name: 'Jin', locale: 'ko' })
  const [account] = await core.app.store.read
    .select({ email: user.email })
    .from(user)
    .where(eq(user.id, jin.userId ?? ''))
  await invite(owner, account?.email ?? '')
  await invite(owner, 'somebody@acme.test')
  expect(smtp.received.map(({ subject }) => /초대/.test(subject))).toEqual([true, false])
})

it('says at once that a mailbox refused it; the link is there all the same', async () => {
  const { owner } = await core.workspace()
  smtp.behave('refuseForGood')
  expect(await invite(owner, 'nobody@acme.test')).toMatchObject({
    mail: 'failed',
    path: expect.stringMatching(/^\/join\//),
  })
})
