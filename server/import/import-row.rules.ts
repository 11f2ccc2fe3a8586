import { webAddress } from '../attachment/attachment.rules.ts'
import { inOneDirection } from '../platform/clean-input.rules.ts'
import { unguarded } from '../platform/csv.rules.ts'
import { excerptOf, labelKey, MAX_LABELS, MAX_TITLE } from '../post/post.rules.ts'
import { isZone } from '../time/send-time.rules.ts'
import { canonicalText, MAX_TEXT } from '../version/content.rules.ts'
import type { CsvPlan, Field, RowIssue } from './import.rules.ts'
import { readDate } from './import-date.rules.ts'

interface Named {
  id: string
  name: string
}

/** What the names in a file can mean for whoever imports it. */
export interface Places {
  /** Those the importer may plan for. */
  channels: readonly (Named & { handle: string; network: string })[]
  campaigns: readonly Named[]
  /** Those who may read the team's posts. */
  members: readonly (Named & { email?: string })[]
  /** Stage names in every language, folded. */
  stages: ReadonlyMap<string, string>
  /** The team's working stages, folded, by id. */
  working?: ReadonlyMap<string, string>
}

/** A post that a row makes. Nothing of it is scheduled: a planned time is a plan. */
export interface Draft {
  title: string
  text: string
  stage: 'idea' | 'draft'
  /** The working stage of the team that a draft stands in. */
  workingId: string | null
  labels: string[]
  channelIds: string[]
  campaignId: string | null
  assigneeId: string | null
  sendLocal: string | null
  sendZone: string | null
  sendAt: number | null
  dueAt: number | null
  links: string[]
  notices: ('past' | 'clocks' | 'stage')[]
}

export type ReadRow = { draft: Draft } | { issues: RowIssue[] }

const MAX_LABEL = 40
const MAX_LINKS = 20
/** Names looked at in one cell: more than any post may have of them, so that what is too much is still told. */
const MAX_NAMES = 100
/** Characters looked at: more than so many of the longest. */
const LONGEST_NAMES = 20_000
const key = (text: string) => labelKey(text.trim())
const SEPARATES = /[;,\n|]/

/** The names in a cell, apart by `;`, `,`, `|` or lines; what stands in quotation marks is one name. */
export function namesIn(cell: string): string[] {
  const names = new Set<string>()
  let rest = cell.slice(0, LONGEST_NAMES)
  for (let n = 0; rest && n < MAX_NAMES; n++) {
    rest = rest.trimStart()
    const quoted = /^"((?:[^"]|"")*)"\s*(?=[;,\n|]|$)/.exec(rest)
    const end = quoted ? quoted[0].length : rest.search(SEPARATES)
    const name = quoted ? quoted[1]?.replaceAll('""', '"') : end < 0 ? rest : rest.slice(0, end)
    if (name?.trim()) names.add(name.trim())
    rest = end < 0 ? '' : rest.slice(end + 1)
  }
  return [...names]
}
const shown = (text: string) => excerptOf(text, 60)

/** The post of a row, or everything that is wrong with it. `now`: what lies before it is kept, and said. */
export function readRow(cells: readonly string[], plan: CsvPlan, places: Places, now: number): ReadRow {
  const issues: RowIssue[] = []
  const notices: Draft['notices'] = []
  const wrong = (field: Field, code: string, params: RowIssue['params'] = {}) => {
    issues.push({ field, code, params })
    return null
  }
  const cell = (field: Field): string => {
    const index = plan.columns[field]
    return index === undefined ? '' : canonicalText(unguarded(cells[index] ?? '')).trim()
  }

  let text = cell('text')
  const links = [...webLinks('link', cell('link'), wrong), ...webLinks('image', cell('image'), wrong)]
  const link = plan.columns.link === undefined ? '' : (webLinks('link', cell('link'), () => null)[0] ?? '')
  if (plan.linkInText && link && text && !text.includes(cell('link'))) text = `${text}\n\n${link}`
  const title = inOneDirection(cell('title') || excerptOf(text.split('\n', 1)[0] ?? '', 80)).trim()
  if (!title) wrong(plan.columns.text === undefined ? 'title' : 'text', 'empty')
  if (title.length > MAX_TITLE) wrong('title', 'tooLong', { max: MAX_TITLE })
  if (text.length > MAX_TEXT) wrong('text', 'tooLong', { max: MAX_TEXT })

  const zone = cell('zone') || plan.zone
  if (!isZone(zone)) wrong('zone', 'zone', { value: shown(zone) })
  const when = cell('when') ? ('when' as const) : ('day' as const)
  const date = cell(when)
  const slot = date && isZone(zone) ? readDate(date, plan.dates, zone, cell('time')) : null
  if (date && isZone(zone) && !slot) wrong(when, 'date', { value: shown(`${date} ${cell('time')}`.trim()) })
  if (!date && cell('time')) wrong('time', 'timeAlone', { value: shown(cell('time')) })
  if (slot && slot.at < now) notices.push('past')
  if (slot?.notice) notices.push('clocks')
  const due = cell('due') ? readDate(cell('due'), plan.dates, isZone(zone) ? zone : plan.zone) : null
  if (cell('due') && !due) wrong('due', 'date', { value: shown(cell('due')) })

  const labels = namesIn(inOneDirection(cell('labels')))
  const long = labels.find((one) => one.length > MAX_LABEL)
  if (long) wrong('labels', 'labelLong', { value: shown(long), max: MAX_LABEL })
  if (labels.length > MAX_LABELS) wrong('labels', 'labelsMany', { max: MAX_LABELS })

  const found = <T extends Named>(
    field: Field,
    list: readonly T[],
    name: string,
    more: (one: T) => string[],
  ) => {
    const wanted = key(name)
    // The name it is called by comes before what else it answers to.
    const named = list.filter((one) => key(one.name) === wanted)
    const fits = named.length ? named : list.filter((one) => more(one).some((other) => key(other) === wanted))
    if (fits.length > 1) return wrong(field, `${field}Twice`, { value: shown(name) })
    return fits[0]?.id ?? wrong(field, field, { value: shown(name) })
  }
  const channelIds = cell('channels')
    ? namesIn(cell('channels')).flatMap(
        (name) =>
          found('channels', places.channels, name, (one) => [one.handle, `@${one.handle}`, one.network]) ??
          [],
      )
    : plan.channelIds
  const campaignId = cell('campaign') ? found('campaign', places.campaigns, cell('campaign'), () => []) : null
  const assigneeId = cell('assignee')
    ? found('assignee', places.members, cell('assignee'), (one) => (one.email ? [one.email] : []))
    : null

  const stage = stageOf(cell('stage'), plan, places)
  if (stage === null) wrong('stage', 'stage', { value: shown(cell('stage')) })
  else if (stage === 'ahead') notices.push('stage')
  if (issues.length) return { issues }
  return {
    draft: {
      title,
      text,
      stage: stage === 'idea' ? 'idea' : 'draft',
      workingId: places.working?.get(key(cell('stage'))) ?? null,
      labels,
      channelIds: [...new Set(channelIds)],
      campaignId,
      assigneeId,
      sendLocal: slot?.local ?? null,
      sendZone: slot?.zone ?? null,
      sendAt: slot?.at ?? null,
      dueAt: due?.at ?? null,
      links: [...new Set(links)].slice(0, MAX_LINKS),
      notices,
    },
  }
}

/** What is further than a draft becomes one again: an approval is given here, not brought along. */
function stageOf(name: string, plan: CsvPlan, places: Places): 'idea' | 'draft' | 'ahead' | null {
  if (!name) return plan.stage
  if (places.working?.has(key(name))) return 'draft'
  const stage = places.stages.get(key(name))
  if (stage === undefined) return null
  return stage === 'idea' || stage === 'draft' ? stage : 'ahead'
}

/** Signs that may stand in an address themselves part only what is apart. */
const LINKS_APART = /\s+|[,;]+(?=\s|https?:|$)/i

function webLinks(
  field: 'link' | 'image',
  cell: string,
  wrong: (field: Field, code: string, params: RowIssue['params']) => null,
): string[] {
  return cell
    .split(LINKS_APART, MAX_LINKS)
    .filter(Boolean)
    .flatMap(
      (one) =>
        (one.length <= 2000 ? webAddress(one) : null) ?? wrong(field, 'url', { value: shown(one) }) ?? [],
    )
}
