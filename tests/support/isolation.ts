import type { z } from 'zod'
import { newId } from '#db/id.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform, type Verb } from '#server/core/verb.ts'
import { asProblem } from '#server/platform/problem.ts'
import { services } from '#server/services.ts'
import { type FullWorkspace, TABLE_OF } from './full-workspace.ts'
import { sampleOf } from './sample.ts'

/** How the tests of isolation ask: every verb, every read and every page, with the ids of somebody else's things. */

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
  'variant.reschedule': {
    ...{ 'from.sendLocal': '2030-01-01T10:00', 'from.sendZone': 'UTC' },
    ...{ 'to.zone': 'UTC', 'to.day': '2030-01-02' },
  },
  'view.change': { query: 'q=tea' },
  'view.save': { query: 'q=tea' },
  'token.create': { scopes: ['post:read'] },
  'workspace.change': { zone: 'UTC' },
}

/** Whose `id` names what is to be made, chosen by the caller: theirs of that kind must be refused. */
export const NEW_ID: Record<string, string> = {
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

type Json = { [key: string]: unknown }
const isIdPath = (path: string, verb: string) => {
  const name = path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1)
  return name === 'id' || /Ids?$/.test(name ?? '') || MORE_IDS[verb] === path
}
const ownId = (of: Pick<FullWorkspace, 'ids'>, path: string, verb: string): string => {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part))
  const name = parts.at(-1) ?? ''
  const noun = verb.split('.')[0] ?? ''
  const table = name === 'id' ? (NOUN[noun] ?? noun) : (TABLE_OF[name] ?? 'team')
  return of.ids[table] ?? newId()
}

/** The input with our own ids, and the paths of them. */
export function inputOf(verb: Verb, of: Pick<FullWorkspace, 'ids'>): { input: Json; paths: string[] } {
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

/** The input with something else at a path that it has. */
export function withValue(input: Json, path: string, value: unknown): Json {
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

/** The ids of theirs that belong to somebody: those of things everybody knows are no secret. */
export interface Theirs {
  ids: Record<string, string>
  mark: string
}

/**
 * Tries a verb with each of their ids in each place of its input that takes one, the rest being one's own; tells the
 * places where it was not refused. `held`: those where it need not be.
 */
export async function tryTheirs(
  ctx: Ctx,
  verb: Verb,
  mine: FullWorkspace,
  theirs: Theirs,
  held: (path: string, kind: string) => boolean,
): Promise<string[]> {
  const wrong: string[] = []
  const { input, paths } = inputOf(verb, mine)
  const parsed = (verb.input as z.ZodType).safeParse(input)
  if (!parsed.success)
    return [`complete INPUT for ${verb.verb}: ${parsed.error.message} ${JSON.stringify(input)}`]
  for (const path of paths)
    for (const [kind, id] of Object.entries(theirs.ids)) {
      if (path === 'id' && NEW_ID[verb.verb] && NEW_ID[verb.verb] !== kind) continue
      const answer = await perform(ctx, verb, withValue(inputOf(verb, mine).input, path, id)).then(
        (done) => ({ done }),
        (error: unknown) => ({ error }),
      )
      if ('done' in answer) {
        if (!refusedAll(answer.done) && !held(path, kind))
          wrong.push(`${path} = their ${kind}: done ${JSON.stringify(answer.done)?.slice(0, 80)}`)
        continue
      }
      const problem = asProblem(answer.error)
      const said = problem ? `${problem.status} ${problem.code}` : `defect: ${String(answer.error)}`
      if (!problem || problem.status >= 500) wrong.push(`${path} = their ${kind}: ${said}`)
    }
  return wrong
}

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

/** Every read there is, by its name. */
export const READS = Object.entries(services)
  .flatMap(([noun, group]) => Object.entries(group).map(([name, read]) => [`${noun}.${name}`, read] as const))
  .filter(([name]) => !OUTSIDE.has(name))

/** What a service answers, as text: pages that stream, and bytes, too. */
export async function everything(answer: unknown): Promise<string> {
  if (answer && typeof answer === 'object' && Symbol.asyncIterator in answer) {
    let all = ''
    for await (const part of answer as AsyncIterable<string>) all += part
    return all
  }
  return JSON.stringify(answer, (_key, value) =>
    Buffer.isBuffer(value) || value?.type === 'Buffer' ? Buffer.from(value).toString() : value,
  )
}

/** Asks a read with each of their ids, in every way in which it may be named; tells the answers and what was asked. */
export async function* askTheirs(ctx: Ctx, read: unknown, theirs: Theirs): AsyncGenerator<Told> {
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
    ])
      try {
        yield { asked: id, text: await everything(await ask(ctx, argument, {})) }
      } catch {
        // Refused.
      }
}

interface Told {
  asked: string
  text: string | undefined
}

/** Opens a page with each of their ids, in its address and its search. */
export async function* openTheirs(
  ctx: Ctx,
  page: { file: string; module: Record<string, unknown> | undefined; context: Record<string, unknown> },
  theirs: Theirs,
): AsyncGenerator<Told> {
  const loader = page.module?.loader as (args: unknown) => unknown
  const names = [...page.file.matchAll(/\$(\w+)/g)].map((match) => match[1] ?? '')
  for (const id of Object.values(theirs.ids)) {
    const params = Object.fromEntries(
      names.map((name) => [name, name === 'workspace' ? ctx.workspaceSlug : id]),
    )
    const search = ['post', 'person', 'conversation', 'channel', 'team', 'campaign', 'id', 'c', 'p']
      .map((key) => `${key}=${id}`)
      .join('&')
    const request = new Request(`http://here/w/${ctx.workspaceSlug}/x?${search}`)
    let text: string | undefined
    try {
      const answer = await loader({ request, params, context: { ctx, services, ...page.context } })
      text = answer instanceof Response ? await answer.text() : await everything(answer)
    } catch (thrown) {
      if (!(thrown instanceof Response) && !asProblem(thrown)) throw thrown
      continue
    }
    yield { asked: id, text }
  }
}

/** What of theirs is in an answer: their words, or an id but for the one that was asked with. */
export const foundOf = (theirs: Theirs, { text = '', asked }: Told): string[] => [
  ...(text.includes(theirs.mark) ? ['their words'] : []),
  ...Object.entries(theirs.ids).flatMap(([kind, id]) => (id !== asked && text.includes(id) ? [kind] : [])),
]
