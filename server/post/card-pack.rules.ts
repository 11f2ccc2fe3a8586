import type { Card } from './card.rules.ts'

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
  updatedAt: 0,
} satisfies Record<keyof Card, 0>) as (keyof Card)[]

/** Cards as one text, a row of values each: what a page with thousands of them can send and read at once. */
export function packCards(cards: readonly Card[]): string {
  return JSON.stringify(cards.map((card) => FIELDS.map((field) => card[field])))
}

/** The opposite of `packCards`. */
export function unpackCards(packed: string): Card[] {
  const rows: unknown[][] = JSON.parse(packed)
  return rows.map((row) => Object.fromEntries(FIELDS.map((field, i) => [field, row[i]])) as unknown as Card)
}
