import type { SnapshotReason } from '../../server/canvas/keep.rules.ts'
import { bytes, id, index, instant, int, table, text } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { team } from './member.ts'
import { campaign } from './post.ts'

/** A shared board to think on. What is on it lives in its presence room while it is used, and in its snapshots. */
export const canvas = table(
  'canvas',
  {
    id: id(),
    workspaceId: inWorkspace(),
    teamId: text()
      .notNull()
      .references(() => team.id),
    campaignId: text().references(() => campaign.id),
    name: text().notNull(),
    /** As of the newest snapshot. */
    objects: int().notNull().default(0),
    createdBy: text(),
    createdAt: instant().notNull(),
    /** When a snapshot last found it different. */
    changedAt: instant().notNull(),
    archivedAt: instant(),
  },
  (t) => [index('canvas_workspace').on(t.workspaceId, t.archivedAt)],
)

export const canvasSnapshot = table(
  'canvas_snapshot',
  {
    id: id(),
    workspaceId: inWorkspace(),
    canvasId: text()
      .notNull()
      .references(() => canvas.id),
    reason: text<SnapshotReason>().notNull(),
    /** What somebody called it; empty for those made by the house. */
    label: text().notNull().default(''),
    objects: int().notNull(),
    /** Of the canonical JSON, to tell whether anything has changed. */
    hash: text().notNull(),
    /** gzip of the canonical JSON: objects by id. */
    packed: bytes().notNull(),
    /** Null: the house itself. */
    createdBy: text(),
    createdAt: instant().notNull(),
  },
  (t) => [index('canvas_snapshot_canvas').on(t.workspaceId, t.canvasId, t.createdAt)],
)
