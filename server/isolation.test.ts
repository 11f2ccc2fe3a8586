/// <reference types="vite/client" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { dump, type FullWorkspace, fill, OF_WORKSPACE } from '#tests/support/full-workspace.ts'
import { askTheirs, foundOf, inputOf, openTheirs, READS, tryTheirs } from '#tests/support/isolation.ts'
import { codeOf } from '#tests/support/posts.ts'
import { perform } from './core/verb.ts'
import { VERBS } from './verbs.ts'

/** Two companies, each with at least one of everything; the owner of the first tries the ids of the second. */
let core: TestCore
let mine: FullWorkspace
let theirs: FullWorkspace
let untouched: Awaited<ReturnType<typeof dump>>
beforeAll(async () => {
  core = await testCore()
  mine = await fill((await core.workspace('Mine')).owner, 'OURS')
  theirs = await fill((await core.workspace('Theirs')).owner, 'SECRET-OF-THEIRS')
  untouched = await dump(theirs.owner)
})
afterAll(() => core.drop())

it('fills every table of a workspace', () => {
  for (const [name] of OF_WORKSPACE) expect(untouched[name]?.length, `no row in ${name}`).toBeGreaterThan(0)
})

/** Verbs that answer “not found” to the made-up rows for another reason. */
const HIDDEN: Record<string, string> = {
  'comment.start': 'the made-up variant inherits a text in which the range is not',
  'conversation.reply': 'the made-up message carries no address to reply to',
  'conversation.settleReply': 'the made-up message came in; only replies of ours are settled',
  'post.restore': 'the made-up post is not archived',
  'practice.like': 'the made-up entry stands on no page',
  'practice.reply': 'the made-up entry stands on no page',
}

/** Fields that may hold any id, because nothing is looked up by it; with the reason. */
const HELD: Record<string, string> = {
  'comment.startOnCanvas on.about.postId':
    'whose card it is: the title is told only to who may read the post',
  'post.bulk action.removeLabelIds.0': 'only what is on a post is taken off it',
  'channel.change flow.steps.0.approvers.guestIds.0': 'guests have no table yet; an id of none asks nobody',
}

describe('verbs', () => {
  it.each(VERBS.map((verb) => [verb.verb, verb] as const))(
    '%s acts on nothing of theirs',
    async (name, verb) => {
      const held = (path: string) => Boolean(HELD[`${name} ${path}`])
      expect(await tryTheirs(mine.owner, verb, mine, theirs, held)).toEqual([])
    },
  )
})

describe('the same inputs with one’s own ids', () => {
  const withIds = VERBS.filter((verb) => inputOf(verb, { ids: {} }).paths.length)
  it.each(withIds.map((verb) => [verb.verb, verb] as const))(
    '%s finds what they name',
    async (name, verb) => {
      const own = await fill((await core.workspace('Own')).owner, `OWN ${name} ${newId()}`)
      const { input } = inputOf(verb, own)
      const code = await codeOf(perform(own.owner, verb, input))
      if (!HIDDEN[name]) expect(['request.notFound', 'request.forbidden']).not.toContain(code)
    },
  )
})

describe('reads', () => {
  it.each(READS)('%s tells nothing of theirs', async (_name, read) => {
    for await (const told of askTheirs(mine.owner, read, theirs)) expect(foundOf(theirs, told)).toEqual([])
  })
})

describe('pages', () => {
  const modules = import.meta.glob<Record<string, unknown>>('../app/routes/w.*.{ts,tsx}')
  it.each(Object.keys(modules))('%s shows nothing of theirs', async (file) => {
    const { userId } = mine.owner
    const account = { userId, email: 'mine@example.org', sessionId: mine.ids.session }
    const context = { account, app: core.app, settings: {}, nonce: '', requestId: 'r' }
    const page = { file, module: await modules[file]?.(), context }
    // The address itself is the reader's own; it may come back in links.
    for await (const told of openTheirs(mine.owner, page, theirs)) expect(foundOf(theirs, told)).toEqual([])
  })
})

it('leaves everything of theirs as it was after all of this', async () => {
  expect(await dump(theirs.owner)).toEqual(untouched)
})
