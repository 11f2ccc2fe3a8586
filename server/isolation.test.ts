/// <reference types="vite/client" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { newId } from '#db/id.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { dump, type FullWorkspace, fill, OF_WORKSPACE, TABLE_OF } from '#tests/support/full-workspace.ts'
import { codeOf } from '#tests/support/posts.ts'
import { sampleOf } from '#tests/support/sample.ts'
import { perform } from './core/verb.ts'
import { asProblem } from './platform/problem.ts'
import { services } from './services.ts'
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

/** What a made-up input needs to be one the verb would take: whole fields, or texts by their path. */
const INPUT: Record<string, Record<string, unknown>> = {
  'account.change': { zone: 'UTC' },
  'attachment.addLink': { url: 'https://example.org/brief' },
  'campaign.change': { 'budget.currency': 'EUR', startsOn: '2026-11-22', endsOn: '2026-11-23' },
  'campaign.create': { 'budget.currency': 'EUR', startsOn: '2026-11-22', endsOn: '2026-11-23' },
  'campaign.move': { 'from.startsOn': '2026-11-22', 'from.endsOn': '2026-11-23' },
  'campaign.reschedule': {
    'from.startsOn': '2026-11-22',
    'from.endsOn': '2026-11-23',
    'to.startsOn': '2026-11-22',
    'to.endsOn': '2026-11-24',
  },
  'channel.change': { zone: 'UTC', cadence: null },
  'channel.connect': { network: 'practice', fields: { name: 'New', handle: 'new' } },
  'checklist.addItem': { rank: 'a0' },
  'checklist.change': { rank: 'a1' },
  'checklist.changeItem': { 'place.rank': 'a1' },
  'comment.start': { 'on.anchor.start': 0 },
  'import.start': { 'plan.zone': 'UTC' },
  'member.invite': { email: 'new@example.org', role: 'viewer' },
  'pause.start': { scope: 'team' },
  'post.bulk': { 'action.due.local': '2030-01-02T10:00', 'action.due.zone': 'UTC' },
  'post.change': { 'due.local': '2030-01-02T10:00', 'due.zone': 'UTC' },
  'post.create': {
    stage: 'draft',
    ...{ 'due.local': '2030-01-02T10:00', 'due.zone': 'UTC' },
    ...{ 'at.local': '2086-01-02T10:00', 'at.zone': 'UTC' },
  },
  'post.move': { 'from.rank': 'a0', 'to.rank': 'a1' },
  'post.reschedule': { 'to.zone': 'UTC', 'to.day': '2030-01-02' },
  'post.schedule': { 'at.local': '2030-01-02T10:00', 'at.zone': 'UTC' },
  'practice.addPersona': { handle: 'new', language: 'en' },
  'series.change': { time: '09:00', end: null },
  'series.start': { end: null },
  'stage.change': { rank: 'a1' },
  'team.change': { zone: 'UTC', locale: 'en', country: 'US' },
  'team.create': { zone: 'UTC', locale: 'en', country: 'US' },
  'variant.reschedule': { 'to.zone': 'UTC', 'to.day': '2030-01-02' },
  'view.change': { query: 'q=tea' },
  'view.save': { query: 'q=tea' },
  'token.create': { scopes: ['post:read'] },
  'workspace.change': { zone: 'UTC' },
}

/** Whose `id` names what is to be made, chosen by the caller: theirs of that kind must be refused. */
const NEW_ID: Record<string, string> = {
  'attachment.addFile': 'attachment',
  'attachment.addLink': 'attachment',
  'campaign.create': 'campaign',
  'canvas.create': 'canvas',
  'checklist.addItem': 'checklistItem',
  'checklist.create': 'checklist',
  'label.create': 'label',
  'comment.reply': 'comment',
  'comment.start': 'thread',
  'comment.startOnCanvas': 'thread',
  'conversation.reply': 'message',
  'post.bulk': 'bulkAct',
  'post.create': 'post',
  'series.start': 'series',
  'stage.add': 'workingStage',
  'view.save': 'savedView',
}

/** Whose `id` is of another noun than the verb is called after. */
const NOUN: Record<string, string> = {
  stage: 'workingStage',
  view: 'savedView',
  approval: 'post',
  bond: 'post',
  pen: 'post',
  thread: 'thread',
  practice: 'practiceEntry',
}
/** Fields that are no id by name, but hold one. */
const MORE_IDS: Record<string, string> = { 'pause.start': 'value' }

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
  'post.bulk action.removeLabelIds.0': 'only what is on a post is taken off it',
  'channel.change flow.steps.0.approvers.guestIds.0': 'guests have no table yet; an id of none asks nobody',
}

type Json = { [key: string]: unknown }
const isIdPath = (path: string, verb: string) => {
  const name = path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1)
  return name === 'id' || /Ids?$/.test(name ?? '') || MORE_IDS[verb] === path
}
const ownId = (of: FullWorkspace, path: string, verb: string): string => {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part))
  const name = parts.at(-1) ?? ''
  const noun = verb.split('.')[0] ?? ''
  const table = name === 'id' ? (NOUN[noun] ?? noun) : (TABLE_OF[name] ?? 'team')
  return of.ids[table] ?? newId()
}

/** The input with our own ids, and the paths of them. */
function baseInput(verb: (typeof VERBS)[number], of = mine): { input: Json; paths: string[] } {
  const paths: string[] = []
  const made = sampleOf(verb.input, (path) => {
    if (!isIdPath(path, verb.verb)) return
    paths.push(path)
    return ownId(of, path, verb.verb)
  })
  let input = made as Json
  for (const [path, value] of Object.entries(INPUT[verb.verb] ?? {})) input = withValue(input, path, value)
  if (NEW_ID[verb.verb]) input = { ...input, id: newId() }
  return { input, paths }
}

function withValue(input: Json, path: string, value: unknown): Json {
  const copy = structuredClone(input)
  const parts = path.split('.')
  const last = parts.pop() ?? ''
  let at = copy
  for (const part of parts) at = at[part] as Json
  at[last] = value
  return copy
}

/** An act on many says in its answer what it refused: with all of them is as good as a refusal. */
const refusedAll = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  'refused' in answer &&
  'done' in answer &&
  (answer.done as unknown[]).length === 0 &&
  (answer.refused as unknown[]).length > 0

describe('verbs', () => {
  it.each(VERBS.map((verb) => [verb.verb, verb] as const))(
    '%s acts on nothing of theirs',
    async (name, verb) => {
      const { input, paths } = baseInput(verb)
      const parsed = (verb.input as z.ZodType).safeParse(input)
      expect(
        parsed.success,
        `complete INPUT for ${name}: ${parsed.error?.message} ${JSON.stringify(input)}`,
      ).toBe(true)
      const wrong: string[] = []
      for (const path of paths)
        for (const [kind, id] of Object.entries(theirs.ids)) {
          if (path === 'id' && NEW_ID[name] && NEW_ID[name] !== kind) continue
          const tried = withValue(baseInput(verb).input, path, id)
          const answer = await perform(mine.owner, verb, tried).then(
            (done) => ({ done }),
            (error: unknown) => ({ error }),
          )
          if ('done' in answer && refusedAll(answer.done)) continue
          if ('error' in answer) {
            const problem = asProblem(answer.error)
            const said = problem ? `${problem.status} ${problem.code}` : `defect: ${String(answer.error)}`
            if (problem && problem.status < 500) continue
            wrong.push(`${path} = their ${kind}: ${said}`)
          } else if (!HELD[`${name} ${path}`]) {
            wrong.push(`${path} = their ${kind}: done ${JSON.stringify(answer.done)?.slice(0, 80)}`)
          }
        }
      expect(wrong).toEqual([])
    },
  )
})

describe('the same inputs with one’s own ids', () => {
  const withIds = VERBS.filter((verb) => baseInput(verb, { ids: {} } as FullWorkspace).paths.length)
  it.each(withIds.map((verb) => [verb.verb, verb] as const))(
    '%s finds what they name',
    async (name, verb) => {
      const own = await fill((await core.workspace('Own')).owner, `OWN ${name} ${newId()}`)
      const { input } = baseInput(verb, own)
      const code = await codeOf(perform(own.owner, verb, input))
      if (!HIDDEN[name]) expect(['request.notFound', 'request.forbidden']).not.toContain(code)
    },
  )
})

/** Services that are asked without a workspace: at the door, or about words. */
const OUTSIDE = new Set([
  'i18n.problemText',
  'member.acceptInvitation',
  'member.readInvitation',
  'member.workspacesOf',
  'session.signIn',
  'workspace.foundCompany',
  'workspace.readSetupLink',
])

async function everything(answer: unknown): Promise<string> {
  if (answer && typeof answer === 'object' && Symbol.asyncIterator in answer) {
    let all = ''
    for await (const part of answer as AsyncIterable<string>) all += part
    return all
  }
  return JSON.stringify(answer, (_key, value) =>
    Buffer.isBuffer(value) || value?.type === 'Buffer' ? Buffer.from(value).toString() : value,
  )
}

/** Nothing of theirs: neither their words nor an id, but for the one that was asked with. */
function expectNothingOfTheirs(text: string | undefined, asked: string) {
  expect(text ?? '').not.toContain(theirs.mark)
  for (const id of Object.values(theirs.ids)) if (id !== asked) expect(text ?? '').not.toContain(id)
}

describe('reads', () => {
  const reads = Object.entries(services).flatMap(([noun, group]) =>
    Object.entries(group).map(([name, read]) => [`${noun}.${name}`, read] as const),
  )
  it.each(reads.filter(([name]) => !OUTSIDE.has(name)))('%s tells nothing of theirs', async (_name, read) => {
    const ask = read as (...args: unknown[]) => unknown
    for (const id of Object.values(theirs.ids))
      for (const argument of [
        id,
        {
          id,
          postId: id,
          channelId: id,
          teamId: id,
          memberId: id,
          person: id,
          campaignId: id,
          conversationId: id,
        },
      ]) {
        let answer: unknown
        try {
          answer = await everything(await ask(mine.owner, argument, {}))
        } catch {
          continue
        }
        expectNothingOfTheirs(answer as string | undefined, id)
      }
  })
})

describe('pages', () => {
  const modules = import.meta.glob<Record<string, unknown>>('../app/routes/w.*.{ts,tsx}')
  it.each(Object.keys(modules))('%s shows nothing of theirs', async (file) => {
    const loader = (await modules[file]?.())?.loader as (args: unknown) => unknown
    const names = [...file.matchAll(/\$(\w+)/g)].map((match) => match[1] ?? '')
    const ctx = mine.owner
    const account = { userId: ctx.userId, email: 'mine@example.org', sessionId: mine.ids.session }
    const context = { ctx, account, services, app: core.app, settings: {}, nonce: '', requestId: 'r' }
    for (const id of Object.values(theirs.ids)) {
      const params = Object.fromEntries(
        names.map((name) => [name, name === 'workspace' ? ctx.workspaceSlug : id]),
      )
      const search = ['post', 'person', 'conversation', 'channel', 'team', 'campaign', 'id', 'c', 'p']
        .map((key) => `${key}=${id}`)
        .join('&')
      const request = new Request(`http://here/w/${ctx.workspaceSlug}/x?${search}`)
      let text = ''
      try {
        const answer = await loader({ request, params, context })
        text = answer instanceof Response ? await answer.text() : ((await everything(answer)) ?? '')
      } catch (thrown) {
        if (!(thrown instanceof Response) && !asProblem(thrown)) throw thrown
        continue
      }
      // The address itself is the reader's own; it may come back in links.
      expectNothingOfTheirs(text, id)
    }
  })
})

it('leaves everything of theirs as it was after all of this', async () => {
  expect(await dump(theirs.owner)).toEqual(untouched)
})
