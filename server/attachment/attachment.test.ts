import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makePost } from '#tests/support/posts.ts'
import { addAsset, addFile } from '../asset/add-asset.ts'
import { readAssets } from '../asset/asset.reads.ts'
import { perform } from '../core/verb.ts'
import { readBoard } from '../post/card.reads.ts'
import { readDraft } from '../post/draft.reads.ts'
import { editPost } from '../post/edit-post.ts'
import { attachFile, attachLink, removeAttachment } from './add-attachment.ts'
import { linkName, webAddress } from './attachment.rules.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const pdf = { bytes: Buffer.from('%PDF-1.7 a brief'), name: '브리프 2026.pdf' }

it('keeps documents and links beside a post and counts them on the card', async () => {
  const { owner, teamId } = await core.workspace()
  const { id: postId } = await makePost(owner, teamId)
  const file = await addFile(owner, pdf)
  const { id } = await attachFile(owner, { postId, assetId: file.id })
  await attachLink(owner, { postId, url: 'acme.test/brief' })
  const { attachments } = await readDraft(owner, postId)
  expect(attachments).toMatchObject([
    {
      name: '브리프 2026.pdf',
      url: null,
      file: { assetId: file.id, mime: 'application/pdf', picture: false },
    },
    { name: 'acme.test/brief', url: 'https://acme.test/brief', file: null },
  ])
  expect((await readBoard(owner))[0]?.attachments).toBe(2)
  await removeAttachment(owner, { id })
  expect((await readBoard(owner))[0]?.attachments).toBe(1)
})

it('keeps documents apart from pictures: no library page shows them, no post sends them', async () => {
  const { owner, teamId } = await core.workspace()
  const { id: postId } = await makePost(owner, teamId)
  const file = await addFile(owner, pdf)
  expect((await readAssets(owner)).assets).toEqual([])
  const media = [{ assetId: file.id, alt: '' }]
  const send = editPost(owner, { postId, variantId: null, base: 0, media })
  expect(await codeOf(send)).toBe('asset.notImage')
  expect(await codeOf(addAsset(owner, pdf))).toBe('asset.notImage')
})

it('refuses what is not what it says, what is too large and what is no web address', async () => {
  const { owner, teamId } = await core.workspace()
  const { id: postId } = await makePost(owner, teamId)
  const program = Buffer.from('MZ\u0000')
  for (const name of ['brief.pdf', 'tool.exe', 'page.html', 'x'])
    expect(await codeOf(addFile(owner, { bytes: program, name }))).toBe('asset.unknownType')
  expect(await codeOf(addFile(owner, { bytes: Buffer.alloc(0), name: 'a.txt' }))).toBe('asset.empty')
  const large = Buffer.alloc(21 * 1024 * 1024, 'a')
  expect(await codeOf(addFile(owner, { bytes: large, name: 'a.txt' }))).toBe('asset.tooLarge')
  expect(await codeOf(addFile(owner, pdf, 3))).toBe('asset.quota')
  const viewer = await core.member(owner, 'viewer')
  expect(await codeOf(addFile(viewer, pdf))).toBe('request.forbidden')
  expect(await codeOf(attachLink(viewer, { postId, url: 'https://acme.test' }))).toBe('request.forbidden')
  for (const url of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://a:b@acme.test',
  ])
    expect(await codeOf(perform(owner, attachLink, { postId, url }))).toBe('request.invalid')
})

it.each([
  ['acme.com/brief', 'https://acme.com/brief'],
  ['http://acme.com', 'http://acme.com/'],
  ['localhost:3000/x', 'https://localhost:3000/x'],
  ['HTTPS://Acme.com/Ü', 'https://acme.com/%C3%9C'],
  ['javascript:alert(1)', null],
  [' vbscript:x', null],
  ['mailto:a@b.c', null],
  ['//acme.com', 'https://acme.com/'],
  ['brief', null],
  ['', null],
])('%s as an address', (text, url) => {
  expect(webAddress(text)).toBe(url)
})

it('calls a link by its place', () => {
  expect(linkName('https://www.acme.com/')).toBe('acme.com')
  expect(linkName('https://acme.com/%EB%B8%8C%EB%A6%AC%ED%94%84?x=1')).toBe('acme.com/브리프')
  expect(linkName('https://acme.com/%ff')).toBe('acme.com/%ff')
})
