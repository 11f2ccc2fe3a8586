import { v7 as newId } from 'uuid'
import type { Card, CardPatch } from '#server/post/card.rules.ts'
import type { Moved } from '#server/post/move-post.ts'
import { rankBetween } from '#server/post/rank.rules.ts'
import { isOwnSlot } from '#server/post/slots.rules.ts'
import type { Stage } from '#server/post/stage.rules.ts'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import type { ActProblem } from '../live/act.ts'
import { act, isActProblem } from '../live/act.ts'
import type { Waitable, Wanted } from '../live/outbox/entry.rules.ts'
import { isQueued, send } from '../live/outbox/send.ts'
import type { CardStore } from './card-store.ts'
import type { LaneSet } from './lanes.rules.ts'
import { persist } from './persist.ts'
import { createRetime } from './retime.ts'
import { createSwap } from './swap.ts'
import { type Agreed, type TimeQuestion, targetOf, timeFor, type When } from './time-for.ts'

/** What a page gives the acts on its cards. */
export interface ActsEnv {
  cards: CardStore
  /** What another lane makes of a card, or why it cannot be. */
  laneChange(card: Card, from: string | undefined, to: string): { set: LaneSet } | { refuse: string }
  zone: string
  /** Says in passing why something did not happen. */
  tell(problem: Pick<ActProblem, 'code' | 'params' | 'message'>): void
  /** Opens a post to be read before it is decided on. */
  review(id: string): void
  /** Asks for a send time, then schedules. */
  askTime(card: Card): void
  /** Asks whether a time that is past or near, or one that comes instead of what does not exist, is meant. */
  confirmTime(
    code: TimeQuestion,
    go: () => void,
    more?: { instead?: Pick<Card, 'sendAt' | 'sendZone'>; no?: () => void },
  ): void
  /** Asks whether a stage that is full shall take one card more; of a new one `no` when it shall not. */
  confirmFull(stage: { name: string; limit: number }, go: () => void, no?: () => void): void
  /** Says in passing why a post was not made, with its words, which no form has taken back. */
  unmade(problem: Pick<ActProblem, 'code' | 'params' | 'message'>, title: string): void
}

/** Where a card shall stand: before another one of a group of the column, or at its end (null). */
export interface Spot {
  column: BoardColumn
  group: string
  before: string | null
  /** The group it was taken from; when that is in another lane, the card changes with it. */
  from?: string | undefined
  /** It was dropped on a lane's head: of several that are chosen each stays in its column. */
  onHead?: boolean
}

export interface NewCard {
  title: string
  teamId: string
  stage: 'idea' | 'draft'
  workingId: string | null
  campaignId: string | null
  channelIds: string[]
  assigneeId: string | null
  labelIds: string[]
  /** `at` is the instant of it, epoch ms. */
  due: { local: string; zone: string; at: number } | null
  /** When it goes out, as the clocks allow it; without it nobody has said. */
  time?: { local: string; zone: string; at: number }
}

interface Making {
  /** in spite of what the server asks about */
  confirmed?: boolean
  /** Takes back what was written when nothing was made of it; false when it no longer can. */
  back?: () => boolean
}

/** Everything one can do to cards, shown at once, sent in order, given back when it is refused. */
export function createCardActs(env: ActsEnv) {
  const { cards } = env
  const titleOf = (id: string) => cards.card(id)?.title ?? ''

  /** Shows a change, sends it, and says when it was refused. Resolves to whether it was done, or will be. */
  async function attempt<N extends Waitable>(
    id: string,
    patch: CardPatch,
    wanted: Pick<Wanted<N>, 'verb' | 'input'>,
  ): Promise<boolean> {
    const title = titleOf(id)
    const pending = cards.begin(id, patch)
    try {
      await send({ ...wanted, about: [id], title, shows: { [id]: patch } } as unknown as Wanted<N>)
      pending.done()
      return true
    } catch (error) {
      pending.fail()
      if (isQueued(error)) return true
      if (!isActProblem(error)) throw error
      env.tell(error)
      return false
    }
  }

  /** `seen` is the card as it was when it was taken: if it has moved since, the other one was first. */
  async function move(seen: Card, spot: Spot, confirmed = false): Promise<void> {
    const { id, teamId } = seen
    const { stage, name, ids } = spot.column
    const workingId = ids[teamId] ?? null
    if (name !== null && workingId === null) return env.tell(otherTeam(name))
    const lane = env.laneChange(seen, spot.from, spot.group)
    if ('refuse' in lane) return env.tell({ code: lane.refuse, params: {}, message: '' })
    const place = placeAt(cards, id, spot)
    if (place === null) return
    const { rank } = place
    const { set } = lane
    const changes = Object.keys(set).length > 0
    const where = stage === 'draft' ? { stage, rank, workingId } : { stage, rank }
    const placing = (from: Stage, sure = confirmed) => ({
      id,
      from: { stage: from, rank: seen.rank, workingId: seen.workingId },
      to: { ...where, above: place.above, below: place.below },
      confirmed: sure,
      ...(changes && { set }),
    })
    const shown = { ...where, ...set }
    const pending = cards.begin(id, shown)
    try {
      const answer = await send({
        verb: 'post.move',
        input: placing(seen.stage),
        about: [id],
        title: seen.title,
        shows: { [id]: shown },
      })
      if ('moved' in answer) return pending.done()
      const wanted = answer.do
      if (wanted.verb === 'approval.decide') {
        pending.fail()
        return env.review(id)
      }
      if (wanted.verb === 'post.schedule') {
        pending.fail()
        return wanted.ask ? env.askTime(seen) : schedule(seen)
      }
      // Past draft channels are fixed: what the lane changes comes first.
      if (changes) await persist(id, () => act('post.change', { id, ...set }))
      await persist(id, () => perform(wanted, id))
      pending.done()
      // The verb has changed the stage; the place in it is the mover's. If somebody was faster, theirs stands.
      await persist(id, () => act('post.move', placing(stage, true))).catch(() => undefined)
    } catch (error) {
      pending.fail()
      if (!isActProblem(error)) throw error
      if (error.code === 'stage.full') env.confirmFull(full(error), () => void move(seen, spot, true))
      else env.tell(error)
    }
  }

  /** Plans a post at its own time or another one. */
  async function schedule(
    seen: Card,
    at?: { local: string; zone: string },
    confirmed = false,
  ): Promise<void> {
    const time = at ? (await timeFor(seen, at, env.zone)).time : {}
    const shown = { ...time, stage: 'scheduled' as const }
    const pending = cards.begin(seen.id, shown)
    try {
      await send({
        verb: 'post.schedule',
        input: { id: seen.id, ...(at ? { at } : {}), confirmed },
        about: [seen.id],
        title: seen.title,
        shows: { [seen.id]: shown },
      })
      pending.done()
    } catch (error) {
      pending.fail()
      if (!isActProblem(error)) throw error
      if (error.code === 'post.timePast' || error.code === 'post.timeSoon')
        env.confirmTime(error.code, () => void schedule(seen, at, true))
      else env.tell(error)
    }
  }

  const retime = createRetime(env)

  async function reschedule(seen: Card, when: When, agreed: Agreed = {}): Promise<void> {
    if (isOwnSlot(seen.id)) return retime(seen, when)
    const { time, question } = await timeFor(seen, when, env.zone)
    if (time.sendAt === seen.sendAt && time.sendZone === seen.sendZone) return
    if (question && !agreed.another)
      return env.confirmTime(question, () => void reschedule(seen, when, { ...agreed, another: true }), {
        instead: time,
      })
    const { id, sendLocal, sendZone } = seen
    const pending = cards.begin(id, time)
    try {
      await send({
        verb: 'post.reschedule',
        input: {
          id,
          from: { sendLocal, sendZone },
          to: targetOf(when, time, env.zone),
          confirmed: agreed.confirmed ?? false,
        },
        about: [id],
        title: seen.title,
        shows: { [id]: time },
      })
      pending.done()
    } catch (error) {
      pending.fail()
      if (!isActProblem(error)) throw error
      if (error.code === 'post.timePast' || error.code === 'post.timeSoon')
        env.confirmTime(error.code, () => void reschedule(seen, when, { ...agreed, confirmed: true }))
      else env.tell(error)
    }
  }

  /** Makes a post at the end of a group. Resolves to its id; to null when it waits, is asked about or was refused. */
  async function create(
    card: NewCard,
    group: string,
    { confirmed = false, back = () => false }: Making = {},
  ): Promise<string | null> {
    const id = newId()
    const { due, time, ...named } = card
    const { labelIds, ...shown } = named
    const last = cards.group(group).at(-1)
    const made = {
      ...EMPTY,
      ...shown,
      labels: labelIds,
      dueAt: due?.at ?? null,
      ...(time && { sendLocal: time.local, sendZone: time.zone, sendAt: time.at }),
      id,
      rank: rankBetween((last && cards.card(last)?.rank) || null, null),
      updatedAt: Date.now(),
    }
    const pending = cards.add(made)
    try {
      await send({
        verb: 'post.create',
        input: {
          id,
          ...named,
          ...(due && { due: { local: due.local, zone: due.zone } }),
          ...(time && { at: { local: time.local, zone: time.zone } }),
          confirmed,
        },
        about: [id],
        title: card.title,
        shows: {},
        made,
      })
      pending.done()
      return id
    } catch (error) {
      pending.fail()
      if (!isActProblem(error)) throw error
      if (isQueued(error)) return null
      const again = () => void create(card, group, { confirmed: true, back })
      if (error.code === 'stage.full') env.confirmFull(full(error), again, back)
      else if (error.code === 'post.timePast' || error.code === 'post.timeSoon')
        env.confirmTime(error.code, again, { no: back })
      else if (back()) env.tell(error)
      else env.unmade(error, card.title)
      return null
    }
  }

  return {
    move,
    schedule,
    reschedule,
    retime,
    swap: createSwap(env),
    create,
    change: (
      id: string,
      set: Partial<Pick<Card, 'title' | 'labels' | 'assigneeId' | 'campaignId' | 'channelIds'>>,
    ) => {
      const { labels, ...rest } = set
      const from = baseOf(cards.card(id), set)
      return attempt(id, set, {
        verb: 'post.change',
        input: { id, ...rest, ...(labels && { labelIds: labels }), from },
      })
    },
    /** By when the work on it shall be done; `at` is the instant of it. */
    setDue(id: string, due: { local: string; zone: string } | null, at: number | null) {
      const from = baseOf(cards.card(id), { dueAt: at })
      return attempt(id, { dueAt: at }, { verb: 'post.change', input: { id, due, from } })
    },
    archive: (id: string) => attempt(id, {}, { verb: 'post.archive', input: { id } }),
    restore: (id: string) => attempt(id, {}, { verb: 'post.restore', input: { id } }),
  }
}

/** What a change of a card is based on: those of its facts that it changes, as they were seen. */
export function baseOf(card: Pick<Card, BasedOn> | undefined, set: CardPatch): Partial<Pick<Card, BasedOn>> {
  if (!card) return {}
  const keys = (['title', 'labels', 'assigneeId', 'campaignId', 'dueAt'] as const).filter(
    (key) => set[key] !== undefined,
  )
  return Object.fromEntries(keys.map((key) => [key, card[key]]))
}
type BasedOn = 'title' | 'labels' | 'assigneeId' | 'campaignId' | 'dueAt'

/** As the server would refuse it: the post's own team has no stage of that name. */
const otherTeam = (name: string) => ({ code: 'stage.otherTeam', params: { name }, message: '' })

/** What a full stage said of itself. */
const full = ({ params }: ActProblem) => ({ name: String(params?.name), limit: Number(params?.limit) })

/** The verb that a drop calls for. */
function perform(wanted: Extract<Moved, { do: unknown }>['do'], id: string): Promise<unknown> {
  if (wanted.verb === 'post.submit') return act('post.submit', { postId: id })
  if (wanted.verb === 'post.withdraw') return act('post.withdraw', { postId: id, to: wanted.to })
  return act('post.unschedule', { id })
}

export type CardActs = ReturnType<typeof createCardActs>

const EMPTY = {
  sendLocal: null,
  sendZone: null,
  sendAt: null,
  dueAt: null,
  seriesId: null,
  checksDone: 0,
  checksTotal: 0,
  attachments: 0,
  own: null,
  cover: null,
  openThreads: 0,
  approval: null,
  trouble: null,
  timeLocked: null,
}

/** The rank of a spot among the visible cards and those beside it, or null when the card stands there already. */
export function placeAt(
  cards: CardStore,
  id: string,
  { group, before }: Pick<Spot, 'group' | 'before'>,
): { rank: string; above: string | null; below: string | null } | null {
  const list = cards.group(group)
  const standsBefore = list[list.indexOf(id) + 1] ?? null
  if (list.includes(id) && (before === id || before === standsBefore)) return null
  const rest = list.filter((other) => other !== id)
  const at = before === null ? rest.length : rest.indexOf(before)
  const rank = (index: number) => cards.card(rest[index] ?? '')?.rank ?? null
  const low = rank(at - 1)
  // Cards of one rank, as an import may make them, stay together.
  let next = at
  while (low !== null && next < rest.length && (rank(next) ?? '') <= low) next++
  return { rank: rankBetween(low, rank(next)), above: rest[at - 1] ?? null, below: rest[next] ?? null }
}
