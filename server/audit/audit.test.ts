import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { makePost } from '#tests/support/posts.ts'
import { sampleOf } from '#tests/support/sample.ts'
import { EVENTS } from '../event/catalogue.ts'
import { changeRole } from '../member/change-role.ts'
import { auditCsv, readAudit, readAuditNouns } from './audit.reads.ts'
import { auditFilterOf } from './audit.rules.ts'
import { auditSentences, auditWords } from './sentence.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const all = auditFilterOf(new URLSearchParams())
const types = Object.keys(EVENTS) as (keyof typeof EVENTS)[]

it.each(types)('has a sentence and a filter word for %s in both languages', (type) => {
  const data = sampleOf(EVENTS[type].data)
  const [en, ko] = (['en', 'ko'] as const).map((locale) => auditSentences(locale)(type, data, new Map()))
  expect(en).not.toBe(type)
  expect(ko).toMatch(/\p{Script=Hangul}/u)
  for (const said of [en, ko]) expect(said).not.toMatch(/[{}]|undefined|\[object/)
  const noun = type.split('.')[0] as keyof ReturnType<typeof auditWords>['noun']
  expect(auditWords('en').noun[noun], 'a word for the filter in server/i18n/en/audit.ts').toBeTruthy()
})

it('reads the log newest first, by person and kind, page by page', async () => {
  const { owner, teamId } = await core.workspace()
  const editor = await core.member(owner, 'editor', { name: '=Mina, "the" editor' })
  for (let i = 0; i < 5; i++) await makePost(editor, teamId, { title: `Post ${i}` })
  await changeRole(owner, { memberId: editor.memberId ?? '', role: 'viewer' })
  const first = await readAudit(owner, all, 4)
  expect(first.entries[0]).toMatchObject({
    who: 'Olivia Owner',
    what: 'changed the role of =Mina, "the" editor to viewer',
  })
  const rest = await readAudit(owner, { ...all, before: first.next }, 100)
  const numbers = [...first.entries, ...rest.entries].map((entry) => entry.n)
  expect(numbers).toEqual(numbers.map((_, i) => numbers.length - i))
  expect(rest.next).toBeNull()
  const hers = await readAudit(owner, { ...all, person: editor.memberId })
  expect(hers.entries.map((entry) => entry.what)).toEqual(
    [4, 3, 2, 1, 0].map((i) => `made the post “Post ${i}”`),
  )
  expect((await readAudit(owner, { ...all, noun: 'team' })).entries).toHaveLength(1)
  expect(readAuditNouns({ ...owner, locale: 'ko' }).map((one) => one.label)).toContain('게시물')

  let csv = ''
  for await (const part of auditCsv(owner, all)) csv += part
  expect(csv.trimEnd().split('\r\n')).toHaveLength(numbers.length + 1)
  expect(csv).toContain(`"'=Mina, ""the"" editor"`)
  const korean = await readAudit({ ...owner, locale: 'ko' }, { ...all, noun: 'member' })
  expect(korean.entries[0]?.what).toContain('님의 역할을 뷰어 역할로 바꿨어요')
})

it.each([
  [
    'delivery.notSent',
    { because: 'network.rateLimited', title: 'Sale', channelId: 'c' },
    'asks us to wait',
    '기다려',
  ],
  ['conversation.closed', { reason: 'noReplyNeeded' }, '(no answer needed)', '답이 필요 없음'],
  ['conversation.closed', { reason: 'answered' }, '(answered)', '답장함'],
  ['pause.started', { pause: { scope: 'workspace', reason: 'spam' } }, ': spam', 'spam'],
])('says the reason of %s in words, and what a person wrote as it is', (type, data, en, ko) => {
  expect(auditSentences('en')(type, data, new Map())).toContain(en)
  expect(auditSentences('ko')(type, data, new Map())).toContain(ko)
})

it('does not say to an outsider of a team what happened in it', async () => {
  const { owner, teamId } = await core.workspace()
  await makePost(owner, teamId, { title: 'Secret' })
  const other = await core.team(owner, 'Elsewhere')
  const narrow = await core.member(owner, 'viewer', { narrowedTo: [other] })
  const { entries } = await readAudit(narrow, { ...all, noun: 'post' })
  expect(entries[0]?.what).toBe('did something that your role does not show')
})

it('takes nonsense in the address as no filter', () => {
  const filter = auditFilterOf(new URLSearchParams({ person: '', noun: "post' or 1", before: 'x' }))
  expect(filter).toEqual({ person: null, noun: null, before: null })
})

it('names what is paused, not its id', () => {
  const names = new Map([['t1', 'Iberia']])
  const data = { pause: { id: 'p', scope: 'team', value: 't1', reason: 'Rain' } }
  expect(auditSentences('en')('pause.started', data, names)).toBe('paused publishing (Iberia): Rain')
})
