import { z } from 'zod'
import { webAddress } from '../attachment/attachment.rules.ts'
import { inOneDirection } from '../platform/clean-input.rules.ts'
import { labelKey } from '../post/post.rules.ts'
import { canonicalText } from '../version/content.rules.ts'
import { LIST_TARGETS, type ListTarget, MAX_ROWS, type TrelloPlan } from './import.rules.ts'

/** What is read of a board's export (Trello: Menu, Print and export, Export as JSON); the rest of it is left alone. */
const id = z.string().min(1).max(64)
const text = z.string().nullish()
const flag = z.boolean().nullish()
const member = z.looseObject({ id, fullName: text, username: text, email: text })
const label = z.looseObject({ name: text, color: text })
const file = z.looseObject({
  id,
  name: z.string(),
  lists: z.array(z.looseObject({ id, name: z.string(), closed: flag, pos: z.number().nullish() })),
  cards: z.array(
    z.looseObject({
      id,
      name: z.string(),
      idList: id,
      desc: text,
      closed: flag,
      due: text,
      dueComplete: flag,
      pos: z.number().nullish(),
      labels: z.array(label).nullish(),
      idMembers: z.array(id).nullish(),
      badges: z.looseObject({ comments: z.number().nullish() }).nullish(),
      attachments: z.array(z.looseObject({ id, name: text, url: text })).nullish(),
    }),
  ),
  checklists: z
    .array(
      z.looseObject({
        id,
        idCard: id,
        name: text,
        pos: z.number().nullish(),
        checkItems: z
          .array(z.looseObject({ id, name: z.string(), state: text, pos: z.number().nullish() }))
          .nullish(),
      }),
    )
    .nullish(),
  members: z.array(member).nullish(),
  actions: z
    .array(
      z.looseObject({
        id,
        type: text,
        date: text,
        data: z.unknown().optional(),
        memberCreator: z.unknown().optional(),
      }),
    )
    .nullish(),
})
const said = z.looseObject({ text: z.string(), card: z.looseObject({ id }) })

export interface TrelloCard {
  id: string
  listId: string
  title: string
  text: string
  closed: boolean
  /** Epoch ms; null also when it is marked as done. */
  dueAt: number | null
  labels: string[]
  memberIds: string[]
  checklists: { id: string; name: string; items: { id: string; text: string; done: boolean }[] }[]
  attachments: { id: string; name: string; url: string }[]
  comments: { id: string; author: string; at: number; body: string }[]
  /** Every checklist and item, and every attachment, that the file has of it, taken or not; null: it tells nothing of them. */
  there: { checks: ReadonlySet<string> | null; links: ReadonlySet<string> | null }
}

export interface TrelloBoard {
  id: string
  name: string
  lists: { id: string; name: string; closed: boolean }[]
  cards: TrelloCard[]
  members: { id: string; name: string; username: string; email: string }[]
  /** Trello exports the last thousand actions: so many comments of the cards are not in the file. */
  commentsMissing: number
  /** Attachments whose address is no web address. */
  linksMissing: number
  /** Cards that have more of something than a post takes. */
  cut: number
}

const byPos = (a: { pos?: number | null | undefined }, b: { pos?: number | null | undefined }) =>
  (a.pos ?? 0) - (b.pos ?? 0)
const instantOf = (date: string | null | undefined): number | null => {
  const at = date ? Date.parse(date) : Number.NaN
  return Number.isFinite(at) ? at : null
}
/** Words within a limit, cut between characters. */
const within = (words: string, max: number): string =>
  words.length <= max ? words : `${[...words.slice(0, max - 1)].slice(0, -1).join('')}…`
const line = (words: string, max: number) =>
  within(inOneDirection(canonicalText(words)).replace(/\s+/g, ' ').trim(), max)

/** What a post takes of a card: labels, checklists, items of each, links, and characters of text. */
const MOST = { labels: 20, lists: 20, items: 200, links: 50, text: 100_000 }

/** A board's export, or the problem with it. */
export function parseTrello(source: string): TrelloBoard | { refuse: string } {
  let raw: unknown
  try {
    raw = JSON.parse(source)
  } catch {
    return { refuse: 'import.notJson' }
  }
  const parsed = file.safeParse(raw)
  if (!parsed.success) return { refuse: 'import.notTrello' }
  const board = parsed.data
  if (!board.cards.length) return { refuse: 'import.emptyBoard' }
  if (board.cards.length > MAX_ROWS) return { refuse: 'import.tooManyRows' }
  const names = new Map((board.members ?? []).map((one) => [one.id, one.fullName || one.username || '']))
  const comments = Map.groupBy(commentsOf(board.actions ?? [], names), (one) => one.cardId)
  const checklists = Map.groupBy([...(board.checklists ?? [])].sort(byPos), (one) => one.idCard)
  // An item may have moved to another card.
  const allChecks = new Set(
    (board.checklists ?? []).flatMap((list) => [list.id, ...(list.checkItems ?? []).map((item) => item.id)]),
  )
  let linksMissing = 0
  const listOrder = new Map([...board.lists].sort(byPos).map((one, index) => [one.id, index]))
  // Of a card that a file has twice the first counts: a later run knows one of each.
  const once = [...new Map([...board.cards].reverse().map((card) => [card.id, card])).values()]
  const cards = once
    .sort((a, b) => (listOrder.get(a.idList) ?? 1e6) - (listOrder.get(b.idList) ?? 1e6) || byPos(a, b))
    .map((card): TrelloCard => {
      const links = (card.attachments ?? []).flatMap(({ id, name, url }) => {
        const web = url && url.length <= 2000 ? webAddress(url) : null
        if (web === null) linksMissing++
        return web === null ? [] : [{ id, url: web, name: line(name || web, 200) || web.slice(0, 200) }]
      })
      return {
        id: card.id,
        listId: card.idList,
        title: line(card.name, 200) || '…',
        text: within(canonicalText(card.desc ?? ''), MOST.text),
        closed: card.closed === true,
        dueAt: card.dueComplete ? null : instantOf(card.due),
        labels: labelsOf(card).slice(0, MOST.labels),
        memberIds: card.idMembers ?? [],
        checklists: (checklists.get(card.id) ?? []).slice(0, MOST.lists).map((list) => ({
          id: list.id,
          name: line(list.name || '…', 100),
          items: [...(list.checkItems ?? [])]
            .sort(byPos)
            .slice(0, MOST.items)
            .map((item) => ({
              id: item.id,
              text: line(item.name, 500) || '…',
              done: item.state === 'complete',
            })),
        })),
        attachments: links.slice(0, MOST.links),
        comments: (comments.get(card.id) ?? [])
          .map(({ cardId: _, ...one }) => one)
          .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
        there: {
          checks: board.checklists ? allChecks : null,
          links: card.attachments ? new Set(card.attachments.map((one) => one.id)) : null,
        },
      }
    })
  const cut = once.filter((card) => {
    const lists = checklists.get(card.id) ?? []
    return (
      labelsOf(card).length > MOST.labels ||
      lists.length > MOST.lists ||
      lists.some((list) => (list.checkItems?.length ?? 0) > MOST.items) ||
      (card.attachments?.length ?? 0) > MOST.links ||
      (card.desc?.length ?? 0) > MOST.text
    )
  }).length
  const told = once.reduce((sum, card) => sum + (card.badges?.comments ?? 0), 0)
  const here = cards.reduce((sum, card) => sum + card.comments.length, 0)
  return {
    id: board.id,
    name: line(board.name, 200),
    lists: [...board.lists]
      .sort(byPos)
      .map(({ id, name, closed }) => ({ id, name, closed: closed === true })),
    cards,
    members: (board.members ?? []).map(({ id, fullName, username, email }) => ({
      id,
      name: fullName || username || id,
      username: username ?? '',
      email: email ?? '',
    })),
    commentsMissing: Math.max(0, told - here),
    linksMissing,
    cut,
  }
}

/** The names of a card's labels; one without a name goes by its colour. */
const labelsOf = ({ labels }: z.infer<typeof file>['cards'][number]): string[] =>
  [...new Set((labels ?? []).map((one) => line(one.name || one.color || '', 40)))].filter(Boolean)

type Action = NonNullable<z.infer<typeof file>['actions']>[number]

function commentsOf(actions: readonly Action[], names: ReadonlyMap<string, string>) {
  return actions.flatMap(({ id, type, date, data, memberCreator }) => {
    if (type !== 'commentCard' && type !== 'copyCommentCard') return []
    const words = said.safeParse(data)
    const at = instantOf(date)
    if (!words.success || at === null || !words.data.text.trim()) return []
    const by = member.safeParse(memberCreator)
    const author = by.success ? by.data.fullName || by.data.username || names.get(by.data.id) || '' : ''
    return [
      {
        id,
        at,
        author: line(author || 'Trello', 100),
        body: within(canonicalText(words.data.text), 10_000),
        cardId: words.data.card.id,
      },
    ]
  })
}

const DONE = /\b(done|published|posted|sent|live|archive[d]?|complete[d]?)\b|완료|발행|게시됨|보관/i
const IDEA = /\b(ideas?|backlog|inbox|brainstorm\w*|someday|later|to.?do)\b|아이디어|할 ?일|백로그/i

interface Stage {
  id: string
  name: string
}

/** Where the cards of a list most likely belong: in the working stage of the same name, else by what it is called. */
export function guessTarget(
  { name, closed }: { name: string; closed: boolean },
  stages: readonly Stage[] = [],
): ListTarget {
  const same = stages.find((one) => labelKey(one.name.trim()) === labelKey(name.trim()))
  if (same && !closed) return same.id
  if (closed || DONE.test(name)) return 'archive'
  return IDEA.test(name) ? 'idea' : 'draft'
}

interface Person {
  id: string
  name: string
  email?: string
}

/** Our member a Trello member is: by e-mail, by name, or by a name that is the first part of an address; if only one is. */
export function guessMember(
  one: { name: string; username: string; email: string },
  people: readonly Person[],
): string | null {
  const key = (words: string | undefined) => labelKey((words ?? '').trim())
  const only = (fits: readonly Person[]) => (fits.length === 1 ? (fits[0]?.id ?? null) : null)
  const same = (a: string | undefined, b: string) => key(a) !== '' && key(a) === key(b)
  return (
    only(people.filter((person) => same(person.email, one.email))) ??
    only(people.filter((person) => same(person.name, one.name))) ??
    only(people.filter((person) => same(person.email?.split('@')[0], one.username)))
  )
}

/** The usual plan for a board: what the lists and members are called decides. */
export const guessTrello = (
  board: TrelloBoard,
  people: readonly Person[],
  stages: readonly Stage[],
): TrelloPlan => ({
  kind: 'trello',
  lists: Object.fromEntries(board.lists.map((list) => [list.id, guessTarget(list, stages)])),
  members: Object.fromEntries(board.members.map((one) => [one.id, guessMember(one, people)])),
  closed: 'skip',
})

/**
 * The plan with what was chosen the last time, where that still is there: a later export shall move no card because its
 * list was renamed, or because the same question got another answer. A list archived in Trello since is one.
 */
export function asBefore(
  guess: TrelloPlan,
  last: TrelloPlan | null,
  board: TrelloBoard,
  now: { stages: readonly Stage[]; people: readonly Person[] },
): TrelloPlan {
  if (!last) return guess
  const targets = new Set<string>([...LIST_TARGETS, ...now.stages.map((one) => one.id)])
  const people = new Set(now.people.map((one) => one.id))
  const list = ({ id, closed }: TrelloBoard['lists'][number]) => {
    const before = saidOf(last.lists, id)
    return before !== undefined && targets.has(before) && (!closed || before === 'skip') ? before : undefined
  }
  const member = (id: string, guessed: string | null) => {
    const before = saidOf(last.members, id)
    return before !== undefined && (before === null || people.has(before)) ? before : guessed
  }
  return {
    kind: 'trello',
    lists: Object.fromEntries(
      board.lists.map((one) => [one.id, list(one) ?? guess.lists[one.id] ?? 'draft']),
    ),
    members: Object.fromEntries(
      Object.entries(guess.members).map(([id, guessed]) => [id, member(id, guessed)]),
    ),
    closed: last.closed,
  }
}

/** What a plan says of an id in the file, which may be any word: those of every object (`constructor`) say nothing. */
export const saidOf = <T>(plan: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(plan, id) ? plan[id] : undefined

/** Where a card goes; null: it is left out. */
export function placeOf(card: Pick<TrelloCard, 'listId' | 'closed'>, plan: TrelloPlan): ListTarget | null {
  const target = saidOf(plan.lists, card.listId) ?? 'draft'
  if (target === 'skip') return null
  if (card.closed) return plan.closed === 'skip' ? null : 'archive'
  return target
}
