import type { ImportPlan, ImportState, RowIssue } from '../../server/import/import.rules.ts'
import { bytes, id, index, instant, int, json, table, text, uniqueIndex } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { member, team } from './member.ts'

/** A file that was uploaded to make posts of, and what came of it. */
export const importRun = table(
  'import_run',
  {
    id: id(),
    workspaceId: inWorkspace(),
    /** Whose posts it makes. */
    teamId: text()
      .notNull()
      .references(() => team.id),
    memberId: text()
      .notNull()
      .references(() => member.id),
    kind: text<'csv' | 'trello'>().notNull(),
    /** The file's. */
    name: text().notNull(),
    /** SHA-256 of the file: the same one again is noticed. */
    hash: text().notNull(),
    size: int().notNull(),
    /** Where the things are from, for what a later run finds again: `trello:<board>`; null for a CSV. */
    source: text(),
    state: text<ImportState>().notNull(),
    plan: json<ImportPlan>(),
    total: int().notNull(),
    /** Rows or cards that are dealt with; the next batch begins here. Moves in the transaction of each batch. */
    done: int().notNull().default(0),
    made: int().notNull().default(0),
    updated: int().notNull().default(0),
    bad: int().notNull().default(0),
    /** Of an undo. */
    removed: int().notNull().default(0),
    kept: int().notNull().default(0),
    /** Code of a problem; null: none. */
    error: text(),
    createdAt: instant().notNull(),
    startedAt: instant(),
    finishedAt: instant(),
  },
  (t) => [index('import_run_workspace').on(t.workspaceId, t.createdAt)],
)

/** The bytes of an import's file, packed; kept apart so that lists never read them. */
export const importFile = table(
  'import_file',
  {
    id: id(),
    workspaceId: inWorkspace(),
    importId: text()
      .notNull()
      .references(() => importRun.id),
    bytes: bytes().notNull(),
  },
  (t) => [index('import_file_import').on(t.workspaceId, t.importId)],
)

/** A row that no post could be made of, and why. */
export const importRow = table(
  'import_row',
  {
    id: id(),
    workspaceId: inWorkspace(),
    importId: text()
      .notNull()
      .references(() => importRun.id),
    /** As a spreadsheet numbers it, from 1. */
    row: int().notNull(),
    cells: json<string[]>().notNull(),
    issues: json<RowIssue[]>().notNull(),
  },
  (t) => [index('import_row_import').on(t.workspaceId, t.importId, t.row)],
)

/** A post that an import made: what an undo takes away, unless somebody has changed it since. */
export const importItem = table(
  'import_item',
  {
    id: id(),
    workspaceId: inWorkspace(),
    importId: text()
      .notNull()
      .references(() => importRun.id),
    postId: text().notNull(),
    /** The post's `updatedAt` as the import left it. */
    touchedAt: instant().notNull(),
    /** Set by an undo that left it in place. */
    keptAt: instant(),
  },
  (t) => [
    index('import_item_import').on(t.workspaceId, t.importId, t.keptAt, t.id),
    index('import_item_post').on(t.workspaceId, t.postId),
  ],
)

/** What a thing of another product became here, so that a later import finds it again. */
export const externalRef = table(
  'external_ref',
  {
    id: id(),
    workspaceId: inWorkspace(),
    /** `trello:<board>@<team>`; of earlier versions without the team */
    source: text().notNull(),
    kind: text<'card' | 'comment' | 'checklist' | 'item' | 'attachment'>().notNull(),
    externalId: text().notNull(),
    postId: text().notNull(),
    /** Of the thing itself. */
    ourId: text().notNull(),
    /** What it said when it was last taken over: only what changed there since is taken over again. */
    was: json<Record<string, unknown>>().notNull(),
  },
  (t) => [
    uniqueIndex('external_ref_thing').on(t.workspaceId, t.source, t.kind, t.externalId),
    index('external_ref_post').on(t.workspaceId, t.postId),
  ],
)
