import type { Central } from '../../server/bond/bond.rules.ts'
import type { BondField } from '../../server/bond/names.rules.ts'
import { id, index, instant, json, table, text, uniqueIndex } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { team } from './member.ts'
import { campaign, post } from './post.ts'

/** What ties a region's post to the HQ post it came from: one a region and HQ post. */
export const bond = table(
  'bond',
  {
    id: id(),
    workspaceId: inWorkspace(),
    campaignId: text()
      .notNull()
      .references(() => campaign.id),
    parentId: text()
      .notNull()
      .references(() => post.id),
    childId: text()
      .notNull()
      .references(() => post.id),
    teamId: text()
      .notNull()
      .references(() => team.id),
    /** The zone in which HQ's local hour holds here; null: it goes out at HQ's instant. */
    zone: text(),
    /** Fields that only HQ changes. */
    locked: json<BondField[]>().notNull(),
    /** HQ's content as it was last taken or declined here. */
    base: json<Central>().notNull(),
    /** Fields whose last change was declined. */
    declined: json<BondField[]>().notNull(),
    /** Fields whose change the region has been told of and has not answered. */
    told: json<BondField[]>().notNull(),
    /** HQ's locked time (`stateOf`) that could not come here, and that people were told of; null: none. */
    keptFrom: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('bond_once').on(t.parentId, t.teamId),
    uniqueIndex('bond_child').on(t.childId),
    index('bond_campaign').on(t.workspaceId, t.campaignId),
  ],
)
