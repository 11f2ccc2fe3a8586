import { and, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { team } from '#db/schema.ts'
import { campaigns, channels, members, teams } from '#db/seed/demo/company.ts'
import { viewOf } from '../../channel/channel-view.rules.ts'
import { transact } from '../../core/transact.ts'
import { notFound } from '../../platform/problem.ts'
import { DAY, dayFrom, HOUR, happened, personOf, type Scene, teamOf } from './demo-scene.ts'
import { seeded } from './random.ts'

/** Followers of the channels' audiences today. */
export const FOLLOWERS = {
  global: 48_200,
  journal: 9_100,
  care: 3_400,
  korea: 21_700,
  spain: 14_300,
  germany: 12_600,
}

/** The review every channel of the demo asks for, unless it asks for none. */
const REVIEW = [
  {
    name: 'Review',
    approvers: { memberIds: [], guestIds: [], roles: ['owner', 'admin', 'manager'], teamIds: [] },
    rule: { kind: 'any' as const },
  },
]

/** Teams and people. The HQ team that came with the workspace becomes the demo's own. */
export async function plantPeople(scene: Scene, passwordHash: string | null): Promise<void> {
  const { ctx, rows, now } = scene
  const { workspaceId } = ctx
  const began = now - 130 * DAY
  const everybody = { permission: 'post:read' as const }
  const [first] = await ctx.store.read
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.workspaceId, workspaceId), eq(team.kind, 'hq')))
  if (!first) throw notFound()
  for (const { key, ...one } of teams) {
    const id = one.kind === 'hq' ? first.id : newId()
    scene.teams.set(key, { key, ...one, id })
    const face = { id, name: one.name, kind: one.kind, zone: one.zone }
    const type = one.kind === 'hq' ? 'team.changed' : 'team.created'
    if (one.kind === 'region') rows.team.push({ ...one, id, workspaceId, createdAt: began })
    const at = began + scene.teams.size * HOUR
    happened(scene, { at, by: ctx.memberId, type, subjectId: id, audience: everybody }, { team: face })
  }
  const { kind: _, key: __, id, ...hq } = teamOf(scene, 'hq')
  await transact(ctx, async (tx) => {
    await tx.db
      .update(team)
      .set(hq)
      .where(and(eq(team.workspaceId, workspaceId), eq(team.id, id)))
  })
  for (const [index, one] of members.entries()) {
    const memberId = newId()
    const userId = newId()
    const at = began + DAY + index * HOUR
    const account = { name: one.name, zone: one.zone, locale: one.locale === 'ko' ? 'ko' : 'en' } as const
    rows.user.push({
      ...account,
      id: userId,
      email: addressOf(one.key, workspaceId),
      passwordHash,
      createdAt: at,
    })
    const face = { id: memberId, name: one.name, role: one.role }
    rows.member.push({ ...face, workspaceId, userId, mailKinds: {}, createdAt: at })
    for (const key of one.teams)
      rows.teamMember.push({ workspaceId, teamId: teamOf(scene, key).id, memberId, role: null })
    scene.people.set(one.key, { id: memberId, team: one.teams[0] ?? 'hq' })
    happened(
      scene,
      { at, by: memberId, type: 'member.joined', subjectId: memberId, audience: everybody },
      { member: face },
    )
  }
}

/** Addresses end in a name that never resolves; they differ between two demos of one installation. */
const addressOf = (key: string, workspaceId: string): string =>
  `${key}@${workspaceId.slice(-6)}.norrow.example`

/** Practice channels with their accounts, and campaigns. */
export function plantChannels(scene: Scene): void {
  const { rows, now } = scene
  const { workspaceId } = scene.ctx
  for (const [index, one] of channels.entries()) {
    const id = newId()
    const pageId = newId()
    const { id: teamId, locale } = teamOf(scene, one.team)
    const createdAt = now - 127 * DAY + index * HOUR
    rows.practiceAccount.push({
      id: pageId,
      workspaceId,
      kind: 'channel',
      handle: one.handle,
      name: one.name,
      language: locale,
      crowd: { followers: FOLLOWERS[one.key] },
      createdAt,
    })
    const flow = { mode: one.approval, allowSelf: false, steps: one.approval === 'none' ? [] : REVIEW }
    const row = {
      id,
      workspaceId,
      teamId,
      network: 'practice',
      name: one.name,
      handle: one.handle,
      remoteId: pageId,
      zone: one.zone,
      cadenceMin: one.cadenceMin,
      cadenceMax: one.cadenceMax,
      flow,
      credentials: scene.ctx.app.vault.seal('{}', `${workspaceId}:${id}:credentials`),
      facts: { options: { name: one.name }, url: null },
      status: 'connected' as const,
      statusReason: null,
      createdAt,
    }
    rows.channel.push(row)
    scene.channels.set(one.key, { ...one, id, pageId, teamId })
    happened(
      scene,
      {
        at: createdAt,
        by: personOf(scene, 'tunde'),
        type: 'channel.connected',
        subjectId: id,
        audience: { permission: 'channel:read', teamId },
      },
      { channel: viewOf(row) },
    )
  }
  for (const { key, team: owner, from, to, targets, ...one } of campaigns) {
    const id = newId()
    const { id: teamId, zone } = teamOf(scene, owner)
    const createdAt = now + (from - 9) * DAY - seeded(key).whole(0, 20) * HOUR
    const face = {
      id,
      teamId,
      name: one.name,
      hue: one.hue,
      startsOn: dayFrom(scene, from, zone),
      endsOn: dayFrom(scene, to, zone),
    }
    rows.campaign.push({ ...face, goal: one.goal, targets, workspaceId, createdAt })
    scene.campaigns.set(key, id)
    happened(
      scene,
      {
        at: createdAt,
        by: leadOf(scene, owner),
        type: 'campaign.created',
        subjectId: id,
        // HQ's plan is everybody's.
        audience: { permission: 'campaign:read', ...(owner === 'hq' ? {} : { teamId }) },
      },
      { campaign: face },
    )
  }
}

const LEADS = { hq: 'priya', seoul: 'jiwoo', madrid: 'lucia', berlin: 'jonas' } as const

/** Who leads a team: makes its campaigns, and says yes to its posts. */
export const leadOf = (scene: Scene, key: keyof typeof LEADS): string => personOf(scene, LEADS[key])
