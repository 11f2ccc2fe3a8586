import { and, asc, desc, eq, gt } from 'drizzle-orm'
import { importRow, importRun } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import * as en from '../i18n/en/import-file.ts'
import * as ko from '../i18n/ko/import-file.ts'
import { BOM, csvLine } from '../platform/csv.rules.ts'
import { loadImport, maySee } from './load-import.ts'
import { issueText, shownRun } from './look-at-import.ts'

const WORDS = { en: en.importFileWord, ko: ko.importFileWord }
const LISTED = 100
const PAGE = 500

/** Earlier imports one may see, the newest first, files that still wait with them. */
export async function readImports(ctx: Ctx) {
  const rows = await ctx.store.read
    .select()
    .from(importRun)
    .where(eq(importRun.workspaceId, ctx.workspaceId))
    .orderBy(desc(importRun.createdAt))
    .limit(LISTED * 3)
  return rows
    .filter((row) => maySee(ctx, row))
    .slice(0, LISTED)
    .map((row) => shownRun(ctx, row))
}

/** An import that was begun, with the first of the rows no post could be made of. */
export async function readImport(ctx: Ctx, importId: string) {
  const run = await loadImport(ctx.store.read, ctx, importId)
  const rows = await badRows(ctx, importId, 0, 50)
  return {
    run: shownRun(ctx, run),
    bad: rows.map(({ row, cells, issues }) => ({
      row,
      cells: cells.slice(0, 6).map((cell) => cell.slice(0, 80)),
      issues: issues.map((issue) => ({ field: issue.field, text: issueText(ctx, issue) })),
    })),
  }
}

const badRows = (ctx: Ctx, importId: string, after: number, limit: number) =>
  ctx.store.read
    .select()
    .from(importRow)
    .where(
      and(
        eq(importRow.workspaceId, ctx.workspaceId),
        eq(importRow.importId, importId),
        gt(importRow.row, after),
      ),
    )
    .orderBy(asc(importRow.row))
    .limit(limit)

/** The rows no post could be made of, as a CSV to mend and upload again: their cells as they were, and what is wrong. */
export async function* badRowsCsv(ctx: Ctx, importId: string): AsyncGenerator<string> {
  const run = await loadImport(ctx.store.read, ctx, importId)
  const words = WORDS[ctx.locale]
  const plan = run.plan?.kind === 'csv' ? run.plan : null
  const width = Math.max(0, ...Object.values(plan?.columns ?? {}).map((index) => index + 1))
  const names: string[] = Array.from({ length: width }, () => '')
  for (const [field, index] of Object.entries(plan?.columns ?? {}))
    names[index] = words.column[field as keyof typeof words.column]
  yield BOM + csvLine([...names, words.row, words.problem])
  let after = 0
  for (;;) {
    const rows = await badRows(ctx, importId, after, PAGE)
    yield rows
      .map(({ row, cells, issues }) => {
        const own = Array.from({ length: width }, (_, index) => cells[index] ?? '')
        const said = issues.map(
          (issue) => `${issue.field ? `${words.column[issue.field]}: ` : ''}${issueText(ctx, issue)}`,
        )
        return csvLine([...own, String(row), said.join(' ')])
      })
      .join('')
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.row
  }
}

/** A file to fill in: the columns there are, and two rows as examples. */
export function templateCsv(ctx: Ctx): string {
  const words = WORDS[ctx.locale]
  const { title, text, when, zone, channels, labels, campaign, assignee, stage, due, link } = words.column
  const names = [title, text, when, zone, channels, labels, campaign, assignee, stage, due, link]
  return BOM + csvLine(names) + words.examples.map((row) => csvLine(row.split(' | '))).join('')
}
