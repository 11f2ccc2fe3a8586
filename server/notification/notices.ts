import { and, eq } from 'drizzle-orm'
import { channel, delivery, invitation, post } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { onlyHearer } from '../event/audience.rules.ts'
import type { EventData, EventType } from '../event/catalogue.ts'
import type { LogRow } from '../event/feed.ts'
import { readPeople, whoMay } from '../member/people.reads.ts'
import type { NotificationKind } from './notification.rules.ts'

/** Who is told of an event, as what. Those who may not hear the event, and whoever did it, are left out later. */
export interface Notice {
  kind: NotificationKind
  to: readonly (string | null | undefined)[]
  title?: string
  what?: string
  team?: string
  /** About practice: told in the app, never by e-mail. */
  practice?: boolean
  /** A discussion on a canvas, for a link straight to it. */
  canvasThread?: string
}

type Teller<T extends EventType> = (data: EventData<T>, tx: Tx, row: LogRow) => Notice[] | Promise<Notice[]>

/** Per type of event, what it makes notices of. Of one event a person gets the first that names them. */
export const NOTICES: { [T in EventType]?: Teller<T> } = {
  'comment.started': ({ mentionIds, title }) => [{ kind: 'mention', to: mentionIds, title }],
  'comment.replied': ({ mentionIds, inThread, title }) => [
    { kind: 'mention', to: mentionIds, title },
    { kind: 'reply', to: inThread, title },
  ],
  'canvas.commented': ({ mentionIds, name, threadId }) => [
    { kind: 'mention', to: mentionIds, title: name, canvasThread: threadId },
  ],
  'canvas.replied': ({ mentionIds, inThread, name, threadId }) => [
    { kind: 'mention', to: mentionIds, title: name, canvasThread: threadId },
    { kind: 'reply', to: inThread, title: name, canvasThread: threadId },
  ],
  'post.created': ({ post }) => [{ kind: 'assigned', to: [post.assigneeId], title: post.title }],
  'post.changed': ({ set, title }) => [{ kind: 'assigned', to: [set.assigneeId], title }],
  // Of an item it is the item that is to be done.
  'checklist.itemAdded': ({ assigneeId, text }) => [{ kind: 'assigned', to: [assigneeId], title: text }],
  'checklist.itemChanged': ({ assigneeId, text }) => [{ kind: 'assigned', to: [assigneeId], title: text }],
  'campaign.published': async ({ name, team, teamId }, tx) => [
    { kind: 'campaignPublished', to: await leadersOf(tx, teamId), title: name, what: team },
  ],
  // Told once, until the region answers.
  'bond.changed': async ({ id, title, fresh }, tx) =>
    fresh.length ? [{ kind: 'centralChanged', to: await workersOn(tx, id), title }] : [],
  'bond.timeKept': async ({ id, title, why }, tx) => [
    { kind: 'timeKept', to: await workersOn(tx, id), title, what: why },
  ],
  'bond.timeKeptThere': ({ title, teams, why }, _, { audience }) => [
    { kind: 'timeKeptThere', to: [onlyHearer(audience)], title, what: why, team: teams },
  ],
  'conversation.assigned': ({ assigneeId }) => [{ kind: 'conversationAssigned', to: [assigneeId] }],
  'post.submitted': ({ askedIds, title }) => [{ kind: 'reviewAsked', to: askedIds, title }],
  'approval.decided': ({ writerIds, title, kind }) => [{ kind: 'decided', to: writerIds, title, what: kind }],
  'delivery.sent': async ({ deliveryId, title }, tx) => [
    { kind: 'sent', ...(await plannersOf(tx, deliveryId)), title },
  ],
  'delivery.notSent': async ({ deliveryId, title }, tx) => [
    { kind: 'notSent', ...(await plannersOf(tx, deliveryId)), title },
  ],
  'member.joined': async ({ member }, tx, row) => [
    { kind: 'joined', to: await inviterOf(tx, row), title: member.name },
  ],
}

/** Who leads a region: those of its members who may publish there; where nobody may, those who plan. */
async function leadersOf(tx: Tx, teamId: string): Promise<string[]> {
  const people = await readPeople(tx.db, tx.ctx.workspaceId)
  const members = people.filter(({ teamIds }) => teamIds.includes(teamId))
  const leaders = whoMay(members, 'post:publish', teamId)
  return (leaders.length ? leaders : whoMay(members, 'post:write', teamId)).map(({ id }) => id)
}

/** Who leads the region of a post, and who works on it. */
async function workersOn(tx: Tx, postId: string): Promise<(string | null)[]> {
  const [row] = await tx.db
    .select({ teamId: post.teamId, assigneeId: post.assigneeId })
    .from(post)
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), eq(post.id, postId)))
  return row ? [row.assigneeId, ...(await leadersOf(tx, row.teamId))] : []
}

/** Who made the post, and who scheduled it; and whether only the practice audience was to read it. */
async function plannersOf(tx: Tx, deliveryId: string) {
  const [row] = await tx.db
    .select({ scheduler: delivery.createdBy, author: post.createdBy, network: channel.network })
    .from(delivery)
    .innerJoin(post, eq(post.id, delivery.postId))
    .innerJoin(channel, eq(channel.id, delivery.channelId))
    .where(and(eq(delivery.workspaceId, tx.ctx.workspaceId), eq(delivery.id, deliveryId)))
  return { to: row ? [row.scheduler, row.author] : [], practice: row?.network === 'practice' }
}

/** Who sent the invitation that was used in the same transaction, hence at the same instant. */
async function inviterOf(tx: Tx, row: LogRow) {
  const rows = await tx.db
    .select({ by: invitation.invitedBy })
    .from(invitation)
    .where(and(eq(invitation.workspaceId, tx.ctx.workspaceId), eq(invitation.usedAt, row.at)))
  return rows.map(({ by }) => by)
}
