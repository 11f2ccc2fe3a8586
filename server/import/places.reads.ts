import { and, eq, isNull } from 'drizzle-orm'
import { campaign, channel, member, user } from '#db/schema.ts'
import { visibleCampaigns } from '../campaign/visible-campaigns.ts'
import type { Ctx } from '../core/ctx.ts'
import { board as en } from '../i18n/en/board.ts'
import { board as ko } from '../i18n/ko/board.ts'
import { readPeople, whoMay } from '../member/people.reads.ts'
import { may } from '../member/permission.rules.ts'
import { labelKey } from '../post/post.rules.ts'
import { stagesOf } from '../stage/stages-of.ts'
import type { Places } from './import-row.rules.ts'

const STAGE_NAMES = new Map(
  [en.stage, ko.stage].flatMap((names) =>
    Object.entries(names).map(([stage, name]) => [labelKey(name), stage]),
  ),
)

/** What names in a file can mean: what the importer sees and may plan for, and who may read the team's posts. */
export async function readPlaces(ctx: Ctx, teamId: string): Promise<Places> {
  const db = ctx.store.read
  const { workspaceId } = ctx
  const [channels, campaigns, people, working, mails] = await Promise.all([
    db
      .select({
        id: channel.id,
        teamId: channel.teamId,
        name: channel.name,
        handle: channel.handle,
        network: channel.network,
      })
      .from(channel)
      .where(and(eq(channel.workspaceId, workspaceId), isNull(channel.removedAt))),
    db
      .select({ id: campaign.id, name: campaign.name })
      .from(campaign)
      .where(
        and(eq(campaign.workspaceId, workspaceId), isNull(campaign.archivedAt), visibleCampaigns(db, ctx)),
      ),
    readPeople(db, workspaceId),
    stagesOf(db, workspaceId, teamId),
    db
      .select({ id: member.id, email: user.email })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .where(eq(member.workspaceId, workspaceId)),
  ])
  const email = new Map(mails.map((one) => [one.id, one.email]))
  const mine = (one: { teamId: string }) =>
    may(ctx.grants, 'channel:read', one.teamId) && may(ctx.grants, 'post:write', one.teamId)
  return {
    channels: channels.filter(mine),
    campaigns,
    members: whoMay(people, 'post:read', teamId).map(({ id, name }) => ({
      id,
      name,
      email: email.get(id) ?? '',
    })),
    stages: STAGE_NAMES,
    working: new Map(working.map(({ id, name }) => [labelKey(name.trim()), id])),
  }
}
