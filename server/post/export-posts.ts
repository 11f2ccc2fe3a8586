import type { Ctx } from '../core/ctx.ts'
import { board as boardEn } from '../i18n/en/board.ts'
import { exportWord as en } from '../i18n/en/export.ts'
import { board as boardKo } from '../i18n/ko/board.ts'
import { exportWord as ko } from '../i18n/ko/export.ts'
import { BOM, csvLine } from '../platform/csv.rules.ts'
import { exportedPosts } from './export.reads.ts'
import { EXPORT_COLUMNS, exportCells } from './export.rules.ts'

const WORDS = {
  en: { ...en, stage: boardEn.stage },
  ko: { ...ko, stage: boardKo.stage },
}

/** A file in parts: its length costs no memory. */
export interface ExportFile {
  name: string
  type: string
  parts: AsyncGenerator<string>
}

/**
 * The posts that pass the filter of an address as a file. CSV: UTF-8 with a mark for spreadsheets, one line a post,
 * nothing that a spreadsheet would run. JSON: everything a post has, texts of single channels too.
 */
export function exportPosts(
  ctx: Ctx,
  { format, search }: { format: 'csv' | 'json'; search: string },
): ExportFile {
  const day = new Date(ctx.now()).toISOString().slice(0, 10)
  return {
    name: `posts-${ctx.workspaceSlug}-${day}.${format}`,
    type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    parts: format === 'csv' ? csvOf(ctx, search) : jsonOf(ctx, search),
  }
}

async function* csvOf(ctx: Ctx, search: string): AsyncGenerator<string> {
  const words = WORDS[ctx.locale]
  yield BOM + csvLine(EXPORT_COLUMNS.map((column) => words.column[column]))
  for await (const posts of exportedPosts(ctx, search))
    yield posts.map((one) => csvLine(exportCells(one, ctx.zone, (stage) => words.stage[stage]))).join('')
}

async function* jsonOf(ctx: Ctx, search: string): AsyncGenerator<string> {
  const about = { workspace: ctx.workspaceSlug, exportedAt: ctx.now(), filter: search }
  yield `${JSON.stringify(about).slice(0, -1)},"posts":[`
  let comma = ''
  for await (const posts of exportedPosts(ctx, search)) {
    yield comma + posts.map((one) => JSON.stringify(one)).join(',\n')
    comma = ',\n'
  }
  yield ']}\n'
}
