import { z } from 'zod'
import { zone } from '../time/send-time.rules.ts'
import { DATE_ORDERS } from './import-date.rules.ts'

/** The largest file, bytes. */
export const MAX_IMPORT = 10 * 1024 * 1024
export const MAX_ROWS = 20_000
/** Most delimiters in a line, those within quotation marks too. */
export const MAX_DELIMITERS = 3_000
export const MAX_COLUMNS = MAX_DELIMITERS + 1
/** Most quotation marks within cells that are neither doubled nor at their end. */
export const MAX_TORN = 20_000
/** Files that wait to be imported, per person: older ones go. */
export const MAX_WAITING = 20

/** What a column of a file can be. */
export const FIELDS = [
  'title',
  'text',
  'when',
  'day',
  'time',
  'zone',
  'channels',
  'labels',
  'campaign',
  'assignee',
  'stage',
  'due',
  'link',
  'image',
] as const
export type Field = (typeof FIELDS)[number]

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'euc-kr', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]
export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** Where each field stands: the index of its column. */
export type Columns = Partial<Record<Field, number>>

const columns = z.partialRecord(
  z.enum(FIELDS),
  z
    .int()
    .min(0)
    .max(MAX_COLUMNS - 1),
)

/** How a CSV file is read, and what its rows do not say. */
export const csvPlan = z.object({
  kind: z.literal('csv'),
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  /** The first row names the columns. */
  header: z.boolean(),
  columns,
  dates: z.enum(DATE_ORDERS),
  /** For times whose row names none. */
  zone,
  /** For rows that name none. */
  stage: z.enum(['idea', 'draft']),
  channelIds: z.array(z.string()).max(50),
  /** The link of a row is part of what goes out, as in the files of other products: it is put behind the text. */
  linkInText: z.boolean().default(true),
})
export type CsvPlan = z.infer<typeof csvPlan>

/**
 * Where the cards of a Trello list go: `archive` is made and kept off the board; anything else is a working stage of the
 * team, by its id.
 */
export const LIST_TARGETS = ['idea', 'draft', 'archive', 'skip'] as const
export type ListTarget = (typeof LIST_TARGETS)[number] | (string & {})
export const isWorking = (target: ListTarget): boolean => !LIST_TARGETS.some((one) => one === target)

export const trelloPlan = z.object({
  kind: z.literal('trello'),
  /** By the list's id. */
  lists: z.record(z.string().max(64), z.string().min(1).max(64)),
  /** By the Trello member's id: ours, or null for nobody. */
  members: z.record(z.string().max(64), z.string().max(64).nullable()),
  /** Cards that are archived in Trello. */
  closed: z.enum(['archive', 'skip']),
})
export type TrelloPlan = z.infer<typeof trelloPlan>

export const importPlan = z.discriminatedUnion('kind', [csvPlan, trelloPlan])
export type ImportPlan = z.infer<typeof importPlan>

/** `ready`: uploaded, nothing made of it yet. */
export const IMPORT_STATES = ['ready', 'running', 'done', 'failed', 'undoing', 'undone'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** What is wrong with a row: its field, the code of a sentence under `problem.import.row`, and its values. */
export interface RowIssue {
  field: Field | null
  code: string
  params?: Record<string, string | number>
}
