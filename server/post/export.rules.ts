import { sendTimeAt } from '../time/send-time.rules.ts'
import type { Stage } from './stage.rules.ts'

interface Slot {
  /** Local date and time `YYYY-MM-DDTHH:mm` in `sendZone`; `sendAt` is the instant, epoch ms. */
  sendLocal: string | null
  sendZone: string | null
  sendAt: number | null
}

/** A post as an export says it: names where the database has ids. */
export interface ExportedPost extends Slot {
  id: string
  title: string
  text: string
  stage: Stage
  /** Its team's own stage, while it is a draft. */
  workingStage: string | null
  team: string
  campaign: string | null
  labels: string[]
  assignee: string | null
  /** Epoch ms. */
  dueAt: number | null
  /** The post as it goes to each channel; what is null goes with the post. */
  channels: ({ name: string; network: string; text: string | null; stage: Stage } & Slot)[]
  checklists: { name: string; items: { text: string; done: boolean; assignee: string | null }[] }[]
  attachments: { name: string; url: string | null }[]
  createdAt: number
  updatedAt: number
}

export const EXPORT_COLUMNS = [
  'id',
  'title',
  'text',
  'stage',
  'team',
  'channels',
  'campaign',
  'labels',
  'assignee',
  'when',
  'zone',
  'due',
  'checklist',
  'links',
  'created',
  'updated',
] as const

/** Several names in one cell, as an import takes them apart again (`namesIn`): one that would be torn stands in quotes. */
const namesCell = (names: readonly string[]): string =>
  names.map((name) => (/[;,|"\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join('; ')

const minute = (local: string) => local.replace('T', ' ')

/**
 * The cells of a post in the order of EXPORT_COLUMNS. Instants are written without an offset, as spreadsheets read them:
 * a due date in the zone of its row, which is the post's own or else `zone`; when it was made and changed in `zone`.
 */
export function exportCells(one: ExportedPost, zone: string, stageName: (stage: Stage) => string): string[] {
  const at = (instant: number | null, where = zone) =>
    instant === null ? '' : minute(sendTimeAt(instant, where).local)
  const items = one.checklists.flatMap((list) => list.items)
  const cells: Record<(typeof EXPORT_COLUMNS)[number], string> = {
    id: one.id,
    title: one.title,
    text: one.text,
    stage: one.workingStage ?? stageName(one.stage),
    team: one.team,
    channels: namesCell(one.channels.map(({ name }) => name)),
    campaign: one.campaign ?? '',
    labels: namesCell(one.labels),
    assignee: one.assignee ?? '',
    when: one.sendLocal === null ? '' : minute(one.sendLocal),
    zone: one.sendZone ?? (one.dueAt === null ? '' : zone),
    due: at(one.dueAt, one.sendZone ?? zone),
    checklist: items.length ? `${items.filter((item) => item.done).length} / ${items.length}` : '',
    links: one.attachments.flatMap(({ url }) => url ?? []).join(' '),
    created: at(one.createdAt),
    updated: at(one.updatedAt),
  }
  return EXPORT_COLUMNS.map((column) => cells[column])
}
