import type { Card } from './card.rules.ts'

/** What a page of cards is made of. */
export interface CardsPage {
  /** the number of the log at which they were read */
  head: number
  /** packed */
  cards: string
}

/** One field of all cards: the same for all, one of a few values each, texts run together, or a list of values. */
type Column = ['=', unknown] | ['#', unknown[], number[]] | ['|', string] | ['*', unknown[]]

const SEPARATOR = '|'

// Every field of a card once: a missing or a strange one is a type error.
const FIELDS = Object.keys({
  id: 0,
  teamId: 0,
  campaignId: 0,
  title: 0,
  labels: 0,
  assigneeId: 0,
  stage: 0,
  workingId: 0,
  rank: 0,
  sendLocal: 0,
  sendZone: 0,
  sendAt: 0,
  channelIds: 0,
  dueAt: 0,
  seriesId: 0,
  checksDone: 0,
  checksTotal: 0,
  attachments: 0,
  own: 0,
  cover: 0,
  openThreads: 0,
  approval: 0,
  trouble: 0,
  timeLocked: 0,
  updatedAt: 0,
} satisfies Record<keyof Card, 0>) as (keyof Card)[]

/**
 * Cards as one text, field by field, in a quarter of the size that they have as JSON: what a page with thousands of them
 * can send and read at once.
 */
export function packCards(cards: readonly Card[]): string {
  return JSON.stringify([cards.length, ...FIELDS.map((field) => columnOf(cards.map((card) => card[field])))])
}

function columnOf(values: readonly unknown[]): Column {
  const most = values.length / 4
  const places = new Map<unknown, number>()
  const of: unknown[] = []
  const at: number[] = []
  for (const value of values) {
    const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value
    const place = places.get(key) ?? of.push(value) - 1
    places.set(key, place)
    at.push(place)
    if (place > 0 && place > most) return listOf(values)
  }
  return of.length === 1 ? ['=', of[0]] : ['#', of, at]
}

/** Texts need no quotes when none has the separator in it. */
const listOf = (values: readonly unknown[]): Column =>
  values.every((value) => typeof value === 'string' && !value.includes(SEPARATOR))
    ? ['|', values.join(SEPARATOR)]
    : ['*', [...values]]

/** The opposite of `packCards`. Cards that have the same in a field share it. */
export function unpackCards(packed: string): Card[] {
  const [count, ...columns]: [number, ...Column[]] = JSON.parse(packed)
  const fields = Object.fromEntries(
    columns.map((column, i) => [FIELDS[i], listIn(column, count)]),
  ) as unknown as { [Field in keyof Card]: readonly Card[Field][] }
  const cards: Card[] = []
  // Written out: objects of one shape, which a loop over names would not make.
  for (let i = 0; i < count; i++)
    cards.push({
      id: fields.id[i]!,
      teamId: fields.teamId[i]!,
      campaignId: fields.campaignId[i]!,
      title: fields.title[i]!,
      labels: fields.labels[i]!,
      assigneeId: fields.assigneeId[i]!,
      stage: fields.stage[i]!,
      workingId: fields.workingId[i]!,
      rank: fields.rank[i]!,
      sendLocal: fields.sendLocal[i]!,
      sendZone: fields.sendZone[i]!,
      sendAt: fields.sendAt[i]!,
      channelIds: fields.channelIds[i]!,
      dueAt: fields.dueAt[i]!,
      seriesId: fields.seriesId[i]!,
      checksDone: fields.checksDone[i]!,
      checksTotal: fields.checksTotal[i]!,
      attachments: fields.attachments[i]!,
      own: fields.own[i]!,
      cover: fields.cover[i]!,
      openThreads: fields.openThreads[i]!,
      approval: fields.approval[i]!,
      trouble: fields.trouble[i]!,
      timeLocked: fields.timeLocked[i]!,
      updatedAt: fields.updatedAt[i]!,
    })
  return cards
}

function listIn(column: Column, count: number): readonly unknown[] {
  switch (column[0]) {
    case '=':
      return new Array(count).fill(column[1])
    case '#':
      return column[2].map((place) => column[1][place])
    case '|':
      return column[1].split(SEPARATOR)
    case '*':
      return column[1]
  }
}
