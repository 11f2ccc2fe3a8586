import { and, eq, isNull, sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.ts'
import { campaign, channel, label, member, team, teamMember, workingStage, workspace } from '#db/schema.ts'
import { atHead } from '../core/at-head.ts'
import type { Ctx } from '../core/ctx.ts'
import { readPauses } from '../delivery/delivery.reads.ts'
import { readPeople } from '../member/people.reads.ts'
import { type Grants, NO_GRANTS, teamsWith } from '../member/permission.rules.ts'
import { seenCampaigns, seenChannels, seenPauses } from './seen-names.ts'

const here = sql.placeholder('workspaceId')

// Every page asks these after each change.
const houseOf = prepared((db) =>
  db
    .select({
      id: workspace.id,
      slug: workspace.slug,
      name: workspace.name,
      demo: workspace.demo,
      zone: workspace.zone,
    })
    .from(workspace)
    .where(eq(workspace.id, here)),
)
const membersOf = prepared((db) =>
  db
    .select({
      id: member.id,
      name: member.name,
      role: member.role,
      removedAt: member.removedAt,
    })
    .from(member)
    .where(eq(member.workspaceId, here))
    .orderBy(member.name),
)
const teamsOf = prepared((db) =>
  db
    .select({
      id: team.id,
      name: team.name,
      kind: team.kind,
      zone: team.zone,
      locale: team.locale,
      country: team.country,
    })
    .from(team)
    .where(and(eq(team.workspaceId, here), isNull(team.archivedAt)))
    .orderBy(team.kind, team.name),
)
const membershipsOf = prepared((db) =>
  db
    .select({ teamId: teamMember.teamId, memberId: teamMember.memberId })
    .from(teamMember)
    .where(eq(teamMember.workspaceId, here)),
)
const channelsOf = prepared((db) =>
  db
    .select({
      id: channel.id,
      teamId: channel.teamId,
      network: channel.network,
      name: channel.name,
      handle: channel.handle,
      zone: channel.zone,
      status: channel.status,
      cadenceMin: channel.cadenceMin,
      cadenceMax: channel.cadenceMax,
    })
    .from(channel)
    .where(and(eq(channel.workspaceId, here), isNull(channel.removedAt)))
    .orderBy(channel.name),
)
const campaignsOf = prepared((db) =>
  db
    .select({
      id: campaign.id,
      teamId: campaign.teamId,
      name: campaign.name,
      hue: campaign.hue,
      startsOn: campaign.startsOn,
      endsOn: campaign.endsOn,
    })
    .from(campaign)
    .where(and(eq(campaign.workspaceId, here), isNull(campaign.archivedAt)))
    .orderBy(campaign.name),
)

const labelsIn = prepared((db) =>
  db
    .select({ id: label.id, name: label.name, hue: label.hue })
    .from(label)
    .where(eq(label.workspaceId, here))
    .orderBy(label.name),
)

const stagesIn = prepared((db) =>
  db
    .select({
      id: workingStage.id,
      teamId: workingStage.teamId,
      name: workingStage.name,
      rank: workingStage.rank,
      limit: workingStage.wipLimit,
    })
    .from(workingStage)
    .where(eq(workingStage.workspaceId, here))
    .orderBy(workingStage.rank, workingStage.id),
)

/** The part that is the same for all who may do the same: nothing in it may depend on who asks otherwise. */
async function readHouse(ctx: Ctx, head: number) {
  const where = { workspaceId: ctx.workspaceId }
  const db = ctx.store.read
  const [[house], members, teams, memberships, channels, campaigns, labels, stages, pauses, people] =
    await Promise.all([
      houseOf(db, where),
      membersOf(db, where),
      teamsOf(db, where),
      membershipsOf(db, where),
      channelsOf(db, where),
      campaignsOf(db, where),
      labelsIn(db, where),
      stagesIn(db, where),
      readPauses(ctx),
      readPeople(ctx.store.read, ctx.workspaceId),
    ])
  const reads = teamsWith(ctx.grants, 'post:read')
  const shown = new Set(teams.filter(({ id }) => reads === 'all' || reads.includes(id)).map(({ id }) => id))
  const grantsOf = new Map(people.map((one) => [one.id, one.grants]))
  return {
    head,
    workspace: house!,
    members: members.map(({ removedAt, ...one }) => ({
      ...one,
      gone: removedAt !== null,
      reads: readsOf(grantsOf.get(one.id)),
    })),
    teams: teams.map((one) => ({
      ...one,
      memberIds: memberships.filter((row) => row.teamId === one.id).map((row) => row.memberId),
    })),
    channels,
    campaigns,
    labels,
    /** Working stages of the teams whose posts one may read, each team's in its order. */
    stages: stages.filter(({ teamId }) => shown.has(teamId)),
    /** Stops of publishing that hold now. */
    pauses,
  }
}

const houseAt = atHead((ctx) => JSON.stringify(ctx.grants), readHouse)

/**
 * What every page needs to name things: people, teams, channels, campaigns (`house`, the same object for all who see the
 * same, as long as nothing happens); and who I am and may (`mine`).
 */
export async function readDirectoryParts(ctx: Ctx) {
  const all = await houseAt(ctx)
  const grants: Grants = ctx.grants
  // The house is read once for everybody; whom it is shown to decides what of it.
  const channels = await seenChannels(ctx, all.channels)
  const campaigns = await seenCampaigns(ctx, all.campaigns)
  const pauses = seenPauses(ctx, all.pauses, campaigns)
  const same = channels === all.channels && campaigns === all.campaigns && pauses === all.pauses
  const mine = {
    /** How the page reaches presence (app/live/presence). */
    presence: ctx.app.settings.presence
      ? { mode: ctx.app.presence.mode, auth: `/w/${ctx.workspaceSlug}/presence/auth` }
      : null,
    me: {
      memberId: ctx.memberId!,
      userId: ctx.userId!,
      name: ctx.name,
      zone: ctx.zone,
      locale: ctx.locale,
      grants,
    },
  }
  return { house: same ? all : { ...all, channels, campaigns, pauses }, mine }
}

/** The whole directory in one. */
export async function readDirectory(ctx: Ctx) {
  const { house, mine } = await readDirectoryParts(ctx)
  return { ...house, ...mine }
}

export type Directory = Awaited<ReturnType<typeof readDirectory>>

/** In which teams somebody may see posts and conversations: what can be given to them. */
const readsOf = (grants: Grants = NO_GRANTS) => ({
  posts: teamsWith(grants, 'post:read'),
  conversations: teamsWith(grants, 'conversation:read'),
})
