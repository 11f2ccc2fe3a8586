import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf } from '#tests/support/posts.ts'
import { perform } from '../core/verb.ts'
import { chooseMail } from './choose-mail.ts'
import { readMailChoice } from './mail-choice.reads.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('keeps what was chosen, kind by kind, for oneself alone; says whether the server mails', async () => {
  core.app.settings.smtpUrl = undefined
  const { owner } = await core.workspace()
  const mina = await core.member(owner, 'viewer')
  expect(await readMailChoice(mina)).toMatchObject({ status: 'off', kinds: { mention: true, sending: true } })
  await perform(mina, chooseMail, { kinds: { mention: false } })
  await perform(mina, chooseMail, { kinds: { sending: false, mention: true } })
  const { kinds } = await readMailChoice(mina)
  expect(kinds).toEqual({ mention: true, assignment: true, review: true, decision: true, sending: false })
  expect((await readMailChoice(owner)).kinds.sending).toBe(true)
  expect(await codeOf(perform(mina, chooseMail, { kinds: { joined: false } }))).toBe('request.invalid')
  core.app.settings.smtpUrl = 'smtp://127.0.0.1:1'
  expect((await readMailChoice(mina)).status).toBe('on')
})
