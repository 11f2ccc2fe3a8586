import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { Stage } from '../post/stage.rules.ts'
import { resolveSendTime } from '../time/send-time.rules.ts'
import { canonicalJson, type MediaItem } from '../version/content.rules.ts'
import { BOND_FIELDS, type BondField, type Drift } from './names.rules.ts'

export const bondField = z.enum(BOND_FIELDS)
export const bondFields = z
  .array(bondField)
  .max(BOND_FIELDS.length)
  .transform((list) => BOND_FIELDS.filter((field) => list.includes(field)))

/** The common content, and by network what is said there instead. */
export interface Pieces<T> {
  common: T
  own: Record<string, T>
}

/** A local minute and its zone. */
export interface Time {
  local: string
  zone: string
}

/** HQ's content at one moment, free of HQ's channels. */
export interface Central {
  title: string
  text: Pieces<string>
  media: Pieces<MediaItem[]>
  /** Local minute and zone; null: no send time. */
  time: Time | null
  /** By network what goes at a time of its own. Not in what was kept before these came to regions. */
  ownTimes?: Record<string, Time>
  labels: string[]
}

interface ContentRow {
  title: string
  text: string
  media: MediaItem[]
  labels: string[]
  sendLocal: string | null
  sendZone: string | null
}

/** A variant as bonds look at it. */
export interface OwnWords {
  network: string
  text: string | null
  media: MediaItem[] | null
  /** A send time of its own. */
  sendLocal: string | null
  sendZone: string | null
}

/** The send time that a row has. */
export const timeOf = (row: { sendLocal: string | null; sendZone: string | null }): Time | null =>
  row.sendLocal && row.sendZone ? { local: row.sendLocal, zone: row.sendZone } : null

/** What an HQ post says. Of two channels on one network the first that says something of its own speaks for it. */
export function centralOf(row: ContentRow, variants: readonly OwnWords[]): Central {
  const own = <K extends 'text' | 'media'>(key: K) => {
    const found: Record<string, NonNullable<OwnWords[K]>> = {}
    for (const one of variants) {
      const value = one[key]
      if (value !== null && !Object.hasOwn(found, one.network))
        found[one.network] = value as NonNullable<OwnWords[K]>
    }
    return found
  }
  const ownTimes: Record<string, Time> = {}
  for (const one of variants) {
    const time = timeOf(one)
    if (time && !Object.hasOwn(ownTimes, one.network)) ownTimes[one.network] = time
  }
  return {
    title: row.title,
    text: { common: row.text, own: own('text') },
    media: { common: row.media, own: own('media') },
    time: timeOf(row),
    ownTimes,
    labels: row.labels,
  }
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

/** A field of HQ's content in a form in which equal content is equal, whatever the order of labels. */
function plain(central: Central, field: BondField): unknown {
  if (field === 'labels') return [...central.labels].sort()
  const { time, ownTimes = {} } = central
  // Without times of their own as it was named before there were any.
  return field === 'time' && Object.keys(ownTimes).length ? { common: time, own: ownTimes } : central[field]
}

/** Some fields of HQ's content. */
export const pick = (
  { ownTimes = {}, ...central }: Central,
  fields: readonly BondField[],
): Partial<Central> =>
  Object.fromEntries(
    fields.flatMap((field) => [
      [field, central[field]],
      ...(field === 'time' ? [['ownTimes', ownTimes]] : []),
    ]),
  )

/**
 * What was kept of HQ's content, to compare with what HQ says now. Of what was kept before times of single networks came to
 * regions nobody knows which there were: HQ has not changed them since, until it does (follow-parent.ts).
 */
export const keptOf = (base: Central, parent: Central): Central =>
  base.ownTimes ? base : { ...base, ownTimes: parent.ownTimes ?? {} }

/** The fields in which two states of HQ's content differ. */
export const changedFields = (before: Central, after: Central): BondField[] =>
  BOND_FIELDS.filter((field) => !same(plain(before, field), plain(after, field)))

/** Names one state of some fields, so that an answer says which change it is an answer to. */
export const stateOf = (central: Central, fields: readonly BondField[] = BOND_FIELDS): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(fields.map((field) => plain(central, field))))))

/**
 * HQ's send time as it holds in a region: its local hour in `zone` (an hour that clocks leave out there is the first minute
 * after), or (null) the same instant.
 */
export function timeIn(time: Central['time'], zone: string | null): Central['time'] {
  if (!time) return null
  const there = resolveSendTime(time.local, zone ?? time.zone)
  return { local: there.local, zone: there.zone }
}

/** The time of its own that a region's channel on this network has by HQ, in the region's clocks; null: it goes with the post. */
export const ownTimeIn = ({ ownTimes }: Central, network: string, zone: string | null): Time | null =>
  timeIn((ownTimes && Object.hasOwn(ownTimes, network) && ownTimes[network]) || null, zone)

/** A region's post as bonds look at it. `out`: that channel has gone out, at whatever time. */
export interface Child {
  row: ContentRow
  variants: readonly (OwnWords & { out: boolean })[]
}

/** Whether a region's post says in a field exactly what HQ's content says; `zone` as in `timeIn`. */
export function runs(field: BondField, { row, variants }: Child, central: Central, zone: string | null) {
  if (field === 'title') return row.title === central.title
  if (field === 'labels') return same([...row.labels].sort(), [...central.labels].sort())
  if (field === 'time') {
    return (
      same(timeOf(row), timeIn(central.time, zone)) &&
      variants.every((one) => one.out || same(timeOf(one), ownTimeIn(central, one.network, zone)))
    )
  }
  const own = central[field].own as Record<string, unknown>
  return (
    same(row[field], central[field].common) &&
    variants.every((one) => same(one[field], own[one.network] ?? null))
  )
}

export interface FieldState {
  field: BondField
  locked: boolean
  /** The region says something of its own. */
  adapted: boolean
  /** HQ has changed it since, and the region has not answered. */
  waiting: boolean
  /** The region declined HQ's last change. */
  declined: boolean
}

/** How a region's post stands to HQ's in each field. `base`: HQ's content as last taken or declined. */
export function fieldStates(facts: {
  child: Child
  base: Central
  parent: Central
  zone: string | null
  locked: readonly BondField[]
  declined: readonly BondField[]
}): FieldState[] {
  const { child, parent, zone } = facts
  const base = keptOf(facts.base, parent)
  const changed = new Set(changedFields(base, parent))
  return BOND_FIELDS.map((field) => {
    const locked = facts.locked.includes(field)
    if (runs(field, child, parent, zone))
      return { field, locked, adapted: false, waiting: false, declined: false }
    const waiting = changed.has(field)
    const adapted = !runs(field, child, base, zone)
    return { field, locked, adapted, waiting, declined: !waiting && facts.declined.includes(field) }
  })
}

/**
 * One word for a cell of the drift report. What has gone out or is going out is "sent"; before that the most pressing
 * wins: an answer that is awaited, a declined change, own words.
 */
export function driftOf(
  child: { stage: Stage; archived: boolean; sending: boolean } | null,
  states: readonly FieldState[],
): Drift {
  if (!child) return 'missing'
  if (child.archived) return 'removed'
  if (child.stage === 'published' || child.sending) return 'sent'
  if (states.some((one) => one.waiting)) return 'waiting'
  if (states.some((one) => one.declined)) return 'declined'
  return states.some((one) => one.adapted) ? 'adapted' : 'same'
}
