import type { RepeatEnd, RepeatRule } from '../../server/series/series.rules.ts'
import { id, index, instant, json, table, text } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { team } from './member.ts'
import { post } from './post.ts'

/** A post that comes again: by which rule, and of which post the copies are made. The copies are posts of their own. */
export const series = table(
  'series',
  {
    id: id(),
    workspaceId: inWorkspace(),
    teamId: text()
      .notNull()
      .references(() => team.id),
    postId: text()
      .notNull()
      .references(() => post.id),
    rule: json<RepeatRule>().notNull(),
    /** Null: without end. */
    ends: json<RepeatEnd>(),
    /** The local day of the post it began with, from which the rule counts. */
    firstDay: text().notNull(),
    /** `HH:mm` on the clocks of the zone. */
    time: text().notNull(),
    zone: text().notNull(),
    createdBy: text(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index('series_workspace').on(t.workspaceId, t.endedAt)],
)
