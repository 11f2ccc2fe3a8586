import { and, desc, eq, gte, like, lt, notLike, or, sql } from 'drizzle-orm'
import { campaign, channel, event, label, member, team } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { mayHear } from '../event/audience.rules.ts'
import { EVENTS } from '../event/catalogue.ts'
import { BOM, csvLine } from '../platform/csv.rules.ts'
import type { AuditFilter } from './audit.rules.ts'
import { auditSentences, auditWords } from './sentence.ts'

export interface AuditEntry {
  n: number
  /** Epoch milliseconds. */
  at: number
  type: string
  subjectId: string | null
  /** Null: the house itself. */
  memberId: string | null
  who: string
  /** A sentence without its subject, in the reader's language. */
  what: string
}

const HOUSE = 'system'

/** A page of the log, newest first, as sentences; `before` is the number of the last entry seen. */
export async function readAudit(
  ctx: Ctx,
  filter: AuditFilter,
  limit = 50,
): Promise<{ entries: AuditEntry[]; next: number | null }> {
  const rows = await ctx.store.read
    .select()
    .from(event)
    .where(
      and(
        eq(event.workspaceId, ctx.workspaceId),
        filter.before ? lt(event.n, filter.before) : gte(event.n, 0),
        // What is addressed to one member alone (one's own reading, say) is nobody else's business.
        or(notLike(event.audience, 'member:%'), eq(event.audience, `member:${ctx.memberId}`)),
        filter.person === HOUSE ? sql`${event.memberId} is null` : undefined,
        filter.person && filter.person !== HOUSE ? eq(event.memberId, filter.person) : undefined,
        filter.noun ? like(event.type, `${filter.noun}.%`) : undefined,
      ),
    )
    .orderBy(desc(event.n))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const names = await readNames(ctx)
  const say = auditSentences(ctx.locale)
  const { hidden } = auditWords(ctx.locale)
  const entries = page.map((row) => {
    // The house lets people in; who joined is who did it.
    const memberId = row.type === 'member.joined' ? row.subjectId : row.memberId
    return {
      n: row.n,
      at: row.at,
      type: row.type,
      subjectId: row.subjectId,
      memberId,
      who: memberId ? (names.get(memberId) ?? memberId) : 'Hubbub',
      what: mayHear(row.audience, ctx.memberId, ctx.grants) ? say(row.type, row.data, names) : hidden,
    }
  })
  return { entries, next: rows.length > limit ? (page.at(-1)?.n ?? null) : null }
}

/** People, channels and what publishing can be paused of, by id. */
async function readNames(ctx: Ctx): Promise<Map<string, string>> {
  const of = (table: typeof member | typeof channel | typeof team | typeof campaign | typeof label) =>
    ctx.store.read
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(eq(table.workspaceId, ctx.workspaceId))
  const all = await Promise.all([member, channel, team, campaign, label].map(of))
  return new Map(all.flat().map((one) => [one.id, one.name]))
}

/** The kinds of things the log can be filtered by, in the reader's words. */
export function readAuditNouns(ctx: Ctx): { noun: string; label: string }[] {
  const { noun: labels } = auditWords(ctx.locale)
  const nouns = [...new Set(Object.keys(EVENTS).map((type) => type.split('.')[0] ?? ''))]
  return nouns
    .map((noun) => ({ noun, label: labels[noun as keyof typeof labels] ?? noun }))
    .sort((a, b) => a.label.localeCompare(b.label, ctx.locale))
}

const PAGE = 500

/** The whole log under a filter as CSV (RFC 4180, UTF-8 with a mark for spreadsheets), page by page, newest first. */
export async function* auditCsv(ctx: Ctx, filter: AuditFilter): AsyncGenerator<string> {
  const { csv } = auditWords(ctx.locale)
  yield `${BOM}${csvLine([csv.number, csv.time, csv.who, csv.what, csv.type, csv.subject])}`
  let before = filter.before
  do {
    const { entries, next } = await readAudit(ctx, { ...filter, before }, PAGE)
    yield entries
      .map(({ n, at, who, what, type, subjectId }) =>
        csvLine([String(n), new Date(at).toISOString(), who, what, type, subjectId ?? '']),
      )
      .join('')
    before = next
  } while (before)
}
