import type { Ctx } from '../core/ctx.ts'
import { bond as en } from '../i18n/en/bond.ts'
import { bond as ko } from '../i18n/ko/bond.ts'
import { BOM, csvLine } from '../platform/csv.rules.ts'
import type { ExportFile } from '../post/export-posts.ts'
import { readDrift } from './drift.reads.ts'

const WORDS = { en: en.drift, ko: ko.drift }

/**
 * The drift report as CSV, a line an HQ post and two columns a region: where it stands, and how many changes behind.
 * UTF-8 with a mark for spreadsheets, nothing that a spreadsheet would run.
 */
export async function driftCsv(ctx: Ctx, campaignId: string): Promise<ExportFile> {
  const { regions, rows } = await readDrift(ctx, campaignId)
  const words = WORDS[ctx.locale]
  async function* parts() {
    yield BOM + csvLine([words.post, ...regions.flatMap(({ name }) => [name, `${name} +/-`])])
    for (const { title, cells } of rows)
      yield csvLine([
        title,
        ...regions.flatMap(({ id }) => {
          const { drift = 'missing', behind = 0 } = cells[id] ?? {}
          return [words.state[drift], drift === 'missing' ? '' : String(behind)]
        }),
      ])
  }
  return {
    name: `regions-${ctx.workspaceSlug}-${new Date(ctx.now()).toISOString().slice(0, 10)}.csv`,
    type: 'text/csv; charset=utf-8',
    parts: parts(),
  }
}
