import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { preparedInsert } from '#db/prepared.ts'
import { post, variant } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { refuseTiming } from '../delivery/schedule-post.ts'
import { timingProblem } from '../delivery/timing.rules.ts'
import { wantedLabels } from '../label/resolve-labels.ts'
import { may } from '../member/permission.rules.ts'
import { nameText } from '../platform/clean-input.rules.ts'
import { Problem } from '../platform/problem.ts'
import { checkWorking } from '../stage/check-working.ts'
import { localMinute, resolveSendTime, zone } from '../time/send-time.rules.ts'
import type { Card } from './card.rules.ts'
import { dueAtOf, dueChoice } from './due-choice.rules.ts'
import { checkAssignee, checkPlaces } from './places.ts'
import { labels, MAX_LABELS } from './post.rules.ts'
import { rankAtEnd } from './ranks-at-end.ts'

export const createPostInput = z.object({
  /** Made by the client, so that a retry never makes a second post. */
  id: z.uuid().optional(),
  teamId: z.string(),
  title: nameText().min(1).max(200),
  text: z.string().max(100_000).default(''),
  stage: z.enum(['idea', 'draft']).default('idea'),
  /** A working stage of the team, for a draft. */
  workingId: z.string().nullable().optional(),
  /** Into a working stage that is full, and at a time that is past or near, too. */
  confirmed: z.boolean().optional(),
  campaignId: z.string().nullable().default(null),
  assigneeId: z.string().nullable().default(null),
  channelIds: z.array(z.string()).max(50).default([]),
  /** By name: those that are not there yet are made. */
  labels: labels.default([]),
  labelIds: z.array(z.string()).max(MAX_LABELS).optional(),
  /** By when the work shall be done. */
  due: dueChoice.nullable().optional(),
  /** Where it stands in the plan: its send time. */
  at: z.object({ local: localMinute, zone }).optional(),
})

const addPost = preparedInsert(post)
/**
 * Makes a post at the end of its stage, with a variant for each named channel, and with its send time when it has one.
 * `archived`: it was made before and has been archived since.
 * Problems: post.timePast and post.timeSoon (ask, then send `confirmed`); those of a working stage: check-working.ts.
 */
export const createPost = verb({
  name: 'post.create',
  permission: 'post:write',
  input: createPostInput,
  async run(ctx, input): Promise<{ id: string; archived?: boolean }> {
    permit(ctx, 'post:write', input.teamId)
    return transact(ctx, async (tx) => {
      const id = input.id ?? newId()
      const made = input.id ? await madeBefore(tx, id) : null
      if (made) return { id, ...(made.archivedAt !== null && { archived: true }) }
      await checkPlaces(tx, input)
      if (input.assigneeId != null) await checkAssignee(tx, input.assigneeId, input.teamId)
      const workingId = (input.stage === 'draft' && input.workingId) || null
      const { teamId, confirmed = false } = input
      const time = input.at ? resolveSendTime(input.at.local, input.at.zone) : null
      // Nothing is sent by it yet, so nobody needs to be allowed to publish.
      if (time) refuseTiming(timingProblem(time.at, tx.now, { confirmed, mayPublish: true }))
      if (workingId) await checkWorking(tx, { teamId, workingId, confirmed })
      const row = {
        id,
        workspaceId: ctx.workspaceId,
        teamId: input.teamId,
        campaignId: input.campaignId,
        title: input.title,
        text: input.text,
        media: [],
        labels: (await wantedLabels(tx, input)) ?? [],
        assigneeId: input.assigneeId,
        sendLocal: time?.local ?? null,
        sendZone: time?.zone ?? null,
        sendAt: time?.at ?? null,
        dueAt: input.due ? dueAtOf(input.due) : null,
        stage: input.stage,
        workingId,
        rank: await rankAtEnd(tx),
        createdBy: ctx.memberId,
        createdAt: tx.now,
        updatedAt: tx.now,
      } satisfies typeof post.$inferInsert
      await addPost(tx.db, row)
      // Named twice is meant once.
      const channelIds = [...new Set(input.channelIds)]
      if (channelIds.length)
        await tx.db.insert(variant).values(
          channelIds.map((channelId) => ({
            id: newId(),
            workspaceId: ctx.workspaceId,
            postId: id,
            channelId,
            options: {},
            stage: input.stage,
            createdAt: tx.now,
          })),
        )
      const audience = { permission: 'post:read' as const, teamId: input.teamId }
      emit(tx, 'post.created', { post: newCard(row, channelIds) }, { subjectId: id, audience })
      return { id }
    })
  },
})

/** The card of a post that has just been made: nothing hangs on it yet, so nothing need be read. */
function newCard(
  row: Pick<
    Card,
    | 'id'
    | 'teamId'
    | 'campaignId'
    | 'title'
    | 'labels'
    | 'assigneeId'
    | 'sendLocal'
    | 'sendZone'
    | 'sendAt'
    | 'dueAt'
    | 'stage'
    | 'workingId'
    | 'rank'
    | 'updatedAt'
  >,
  channelIds: string[],
): Card {
  const { id, teamId, campaignId, title, labels, assigneeId, dueAt, stage, workingId, rank, updatedAt } = row
  const { sendLocal, sendZone, sendAt } = row
  return {
    id,
    teamId,
    campaignId,
    title,
    labels,
    assigneeId,
    stage,
    workingId,
    rank,
    sendLocal,
    sendZone,
    sendAt,
    channelIds,
    dueAt,
    seriesId: null,
    checksDone: 0,
    checksTotal: 0,
    attachments: 0,
    own: null,
    cover: null,
    openThreads: 0,
    approval: null,
    trouble: null,
    timeLocked: null,
    updatedAt,
  }
}

/**
 * The post of a creation that is asked again. An id that stands in a team one may not read is refused like one that is
 * taken anywhere else.
 */
async function madeBefore(tx: Tx, id: string): Promise<{ archivedAt: number | null } | null> {
  const [row] = await tx.db
    .select({ teamId: post.teamId, archivedAt: post.archivedAt })
    .from(post)
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), eq(post.id, id)))
  if (row && !may(tx.ctx.grants, 'post:read', row.teamId))
    throw new Problem('request.conflict', { status: 409 })
  return row ?? null
}
