import type { Ctx } from '../core/ctx.ts'
import { problemText } from '../i18n/translator.ts'
import { labelsOf } from '../label/resolve-labels.ts'
import { may } from '../member/permission.rules.ts'
import { labelKey } from '../post/post.rules.ts'
import { guessColumns } from './columns.rules.ts'
import { decodeText, guessEncoding } from './decode.ts'
import {
  type CsvPlan,
  csvPlan,
  type Field,
  type RowIssue,
  type TrelloPlan,
  trelloPlan,
} from './import.rules.ts'
import { readFileOf } from './import-file.ts'
import { type ImportRow, loadImport } from './load-import.ts'
import { lookAtTrello } from './look-at-trello.ts'
import { readPlaces } from './places.reads.ts'
import { readDrafts } from './read-drafts.ts'
import { firstRows, guessDelimiter } from './read-table.ts'
import { sameBefore } from './start-import.ts'
import { readTeamZone } from './team-zone.ts'

const SHOWN = 12
const SHOWN_BAD = 50
const HEAD = 30

/** What is wrong with a field of a row, in the reader's words. */
export const issueText = (ctx: Pick<Ctx, 'locale'>, { code, params }: RowIssue): string =>
  problemText(ctx.locale, `import.row.${code}`, params)

/** A row as the preview shows it. */
export interface ShownRow {
  row: number
  title: string
  text: string
  stage: 'idea' | 'draft'
  sendLocal: string | null
  sendZone: string | null
  channelIds: string[]
  labels: string[]
  notices: string[]
}

/** What an import would make of its file under a plan (null: the one that is most likely). Nothing is written. */
export async function lookAtImport(
  ctx: Ctx,
  importId: string,
  asked: { teamId?: string | null; plan?: unknown } = {},
) {
  const run = await loadImport(ctx.store.read, ctx, importId)
  if (run.state !== 'ready') return { run: shownRun(ctx, run), look: null }
  await ctx.app.limits.take('look.account', ctx.userId ?? '')
  // Of a team into which one may not import nothing is told.
  const teamId = asked.teamId && may(ctx.grants, 'import:run', asked.teamId) ? asked.teamId : run.teamId
  const bytes = await readFileOf(ctx.store.read, ctx.workspaceId, importId)
  const again = await sameBefore({ db: ctx.store.read, ctx }, { ...run, teamId })
  const look =
    run.kind === 'trello'
      ? await lookAtTrello(
          ctx,
          run,
          bytes,
          teamId,
          trelloPlan.safeParse(asked.plan).data ?? (run.plan as TrelloPlan | null),
        )
      : await lookAtCsv(ctx, bytes, teamId, csvPlan.safeParse(asked.plan).data)
  return { run: shownRun(ctx, run), look: { ...look, again, teamId } }
}

export const shownRun = (
  { locale }: Pick<Ctx, 'locale'>,
  { workspaceId: _, hash: _hash, plan: _plan, ...row }: ImportRow,
) => ({ ...row, errorText: row.error && problemText(locale, row.error) })

async function lookAtCsv(ctx: Ctx, bytes: Buffer, teamId: string, chosen: CsvPlan | undefined) {
  const encoding = chosen?.encoding ?? guessEncoding(bytes)
  const text = decodeText(bytes, encoding)
  const delimiter = chosen?.delimiter ?? guessDelimiter(text)
  const head = await firstRows(text, delimiter, HEAD)
  const guess = guessColumns(head, ctx.locale === 'ko' ? 'ymd' : 'dmy')
  const plan: CsvPlan = chosen ?? {
    kind: 'csv',
    encoding,
    delimiter,
    header: guess.header,
    columns: guess.columns,
    dates: guess.dates,
    zone: await readTeamZone(ctx, teamId),
    stage: 'draft',
    channelIds: [],
    linkInText: guess.preset !== 'hubbub',
  }
  const places = await readPlaces(ctx, teamId)
  const labels = new Set((await labelsOf(ctx.store.read, ctx.workspaceId)).map((one) => labelKey(one.name)))
  const sample: ShownRow[] = []
  const bad: { row: number; cells: string[]; issues: { field: Field | null; text: string }[] }[] = []
  const fresh = new Map<string, string>()
  const counts = { total: 0, good: 0, bad: 0, past: 0, clocks: 0, stage: 0 }
  for await (const one of readDrafts(bytes, plan, places, ctx.now())) {
    counts.total++
    if ('issues' in one) {
      counts.bad++
      if (bad.length < SHOWN_BAD)
        bad.push({
          row: one.row,
          cells: one.cells.slice(0, 6).map((cell) => cell.slice(0, 80)),
          issues: one.issues.map((issue) => ({ field: issue.field, text: issueText(ctx, issue) })),
        })
      continue
    }
    counts.good++
    const { draft } = one
    for (const notice of draft.notices) counts[notice]++
    for (const name of draft.labels) if (!labels.has(labelKey(name))) fresh.set(labelKey(name), name)
    if (sample.length < SHOWN) {
      const { title, stage, sendLocal, sendZone, channelIds, labels, notices } = draft
      const text = draft.text.slice(0, 160)
      sample.push({ row: one.row, title, text, stage, sendLocal, sendZone, channelIds, labels, notices })
    }
  }
  return {
    kind: 'csv' as const,
    plan,
    head: head.slice(0, 4).map((row) => row.slice(0, 60).map((cell) => cell.slice(0, 80))),
    preset: guess.preset,
    datesSure: guess.datesSure || plan.columns.when === undefined,
    channels: places.channels.map(({ id }) => id),
    counts,
    sample,
    bad,
    newLabels: [...fresh.values()].slice(0, 100),
    labelsRoom: fresh.size + labels.size <= 500,
  }
}
