import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { importFile, importRun, team } from '#db/schema.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { type Tx, transact } from '../core/transact.ts'
import { may } from '../member/permission.rules.ts'
import { inOneDirection } from '../platform/clean-input.rules.ts'
import { forbidden, Problem } from '../platform/problem.ts'
import { isHeader } from './columns.rules.ts'
import { decodeText, guessEncoding } from './decode.ts'
import { MAX_IMPORT, MAX_ROWS, MAX_WAITING } from './import.rules.ts'
import { hashFile, packFile } from './import-file.ts'
import { firstRows, guessDelimiter, readTable } from './read-table.ts'
import { readTrello } from './read-trello.ts'

export const fileTooLarge = () =>
  new Problem('import.tooLarge', { status: 413, params: { limit: MAX_IMPORT / 1024 / 1024 } })

export const tooManyRows = () => new Problem('import.tooManyRows', { params: { limit: MAX_ROWS } })

interface Facts {
  kind: 'csv' | 'trello'
  source: string | null
  total: number
}

/** What the file is, or a problem that says what to do: import.empty, import.tooManyRows, import.notTrello, ... */
async function factsOf(bytes: Buffer): Promise<Facts> {
  const text = decodeText(bytes, guessEncoding(bytes))
  if (!text.trim()) throw new Problem('import.empty')
  if (/^\s*[{[]/.test(text)) {
    const board = readTrello(bytes)
    return { kind: 'trello', source: `trello:${board.id}`, total: board.cards.length }
  }
  const delimiter = guessDelimiter(text)
  // The names of the columns are no post. Whoever says afterwards that they are one is asked again (start-import.ts).
  const most = MAX_ROWS + Number((await firstRows(text, delimiter, 1)).some(isHeader))
  let total = 0
  for await (const _ of readTable(text, delimiter)) if (++total > most) throw tooManyRows()
  return { kind: 'csv', source: null, total }
}

/** Keeps an uploaded file until its columns are chosen; nothing is made of it yet. */
export async function addImport(ctx: Ctx, file: { bytes: Buffer; name: string }): Promise<{ id: string }> {
  permit(ctx, 'import:run')
  const { memberId, workspaceId } = ctx
  if (!memberId) throw forbidden('import:run')
  if (file.bytes.byteLength > MAX_IMPORT) throw fileTooLarge()
  const facts = await factsOf(file.bytes)
  const bytes = await packFile(file.bytes)
  const id = newId()
  return transact(ctx, async (tx) => {
    const teams = await tx.db
      .select({ id: team.id })
      .from(team)
      .where(and(eq(team.workspaceId, workspaceId), isNull(team.archivedAt)))
      .orderBy(asc(team.kind), asc(team.name))
    const open = teams.filter((one) => may(ctx.grants, 'import:run', one.id)).map((one) => one.id)
    const teamId = (await lastTeam(tx, facts.source, open)) ?? open[0]
    if (!teamId) throw forbidden('import:run')
    const waiting = await tx.db
      .select({ id: importRun.id })
      .from(importRun)
      .where(
        and(
          eq(importRun.workspaceId, workspaceId),
          eq(importRun.memberId, memberId),
          eq(importRun.state, 'ready'),
        ),
      )
      .orderBy(desc(importRun.createdAt))
    const old = waiting.slice(MAX_WAITING - 1).map((one) => one.id)
    if (old.length) {
      await tx.db
        .delete(importFile)
        .where(and(eq(importFile.workspaceId, workspaceId), inArray(importFile.importId, old)))
      await tx.db
        .delete(importRun)
        .where(and(eq(importRun.workspaceId, workspaceId), inArray(importRun.id, old)))
    }
    await tx.db.insert(importRun).values({
      id,
      workspaceId,
      teamId,
      memberId,
      ...facts,
      name:
        inOneDirection(file.name)
          .replace(/[\p{Cc}/\\]/gu, ' ')
          .trim()
          .slice(0, 200) || 'import',
      hash: hashFile(file.bytes),
      size: file.bytes.byteLength,
      state: 'ready',
      createdAt: tx.now,
    })
    await tx.db.insert(importFile).values({ id: newId(), workspaceId, importId: id, bytes })
    return { id }
  })
}

/** The team to which a later export of a board most likely goes: where it was brought before. */
async function lastTeam(tx: Tx, source: string | null, open: readonly string[]): Promise<string | undefined> {
  if (!source || !open.length) return
  const [last] = await tx.db
    .select({ teamId: importRun.teamId })
    .from(importRun)
    .where(
      and(
        eq(importRun.workspaceId, tx.ctx.workspaceId),
        eq(importRun.source, source),
        inArray(importRun.teamId, [...open]),
        isNotNull(importRun.startedAt),
      ),
    )
    .orderBy(desc(importRun.startedAt))
    .limit(1)
  return last?.teamId
}
