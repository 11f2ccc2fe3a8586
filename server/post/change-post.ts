import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { variant } from '#db/schema.ts'
import { refuseLocked } from '../bond/refuse-locked.ts'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { wantedLabels } from '../label/resolve-labels.ts'
import { nameText } from '../platform/clean-input.rules.ts'
import { Problem } from '../platform/problem.ts'
import type { CardPatch } from './card.rules.ts'
import { changeCard } from './change-card.ts'
import { dueAtOf, dueChoice } from './due-choice.rules.ts'
import { loadPost, type PostRow } from './load-post.ts'
import { lastToChange, nowOf } from './moved-meanwhile.ts'
import { checkAssignee, checkPlaces } from './places.ts'
import { labels, MAX_LABELS } from './post.rules.ts'
import { stageIndex } from './stage.rules.ts'

export const changePostInput = z.object({
  id: z.string(),
  title: nameText().min(1).max(200).optional(),
  /** By name: those that are not there yet are made. */
  labels: labels.optional(),
  labelIds: z.array(z.string()).max(MAX_LABELS).optional(),
  assigneeId: z.string().nullable().optional(),
  campaignId: z.string().nullable().optional(),
  /** By when the work shall be done. */
  due: dueChoice.nullable().optional(),
  /** The whole list. Channels taken out lose their variant, and get it back with its words when they return. */
  channelIds: z.array(z.string()).max(50).optional(),
  /**
   * What was there when the change was made, for one that was made offline: if it is something else by now, nothing is
   * overwritten (post.changedMeanwhile).
   */
  from: z
    .object({
      title: z.string(),
      labels: z.array(z.string()),
      assigneeId: z.string().nullable(),
      campaignId: z.string().nullable(),
      dueAt: z.number().nullable(),
    })
    .partial()
    .optional(),
})

/**
 * Changes what a card says of a post; the words themselves are written in the draft. What is not named stays, so two
 * people who change different facts do not disturb each other. Problems: post.published, post.channelsInReview, post.assigneeCannotRead,
 * post.changedMeanwhile (409).
 */
export const changePost = verb({
  name: 'post.change',
  permission: 'post:write',
  input: changePostInput,
  run(ctx, { id, channelIds, due, labels, labelIds, from, ...named }): Promise<{ id: string }> {
    return transact(ctx, async (tx) => {
      const row = await loadPost(tx, id)
      const facts = {
        ...named,
        labels: await wantedLabels(tx, { labels, labelIds }),
        dueAt: due && dueAtOf(due),
      }
      if (row.stage === 'published' && (channelIds || facts.title !== undefined))
        throw new Problem('post.published')
      await refuseChanged(tx, row, facts, from ?? {})
      await checkPlaces(tx, facts)
      await refuseLocked(
        tx,
        id,
        (['title', 'labels'] as const).filter(
          (field) => facts[field] !== undefined && !same(row, field, facts[field]),
        ),
      )
      if (facts.assigneeId != null && facts.assigneeId !== row.assigneeId)
        await checkAssignee(tx, facts.assigneeId, row.teamId)
      const more: CardPatch = {}
      if (channelIds && (await setChannels(tx, row, channelIds))) more.channelIds = channelIds
      const set = Object.fromEntries(
        Object.entries(facts).filter(([key, value]) => value !== undefined && !same(row, key, value)),
      )
      if (Object.keys(set).length || more.channelIds) await changeCard(tx, row, 'post.changed', set, more)
      return { id }
    })
  },
})

/** Refuses to write over what somebody else has written since `from`, unless it is the same. */
async function refuseChanged(
  tx: Tx,
  row: PostRow,
  wanted: Record<string, unknown>,
  from: NonNullable<z.output<typeof changePostInput>['from']>,
): Promise<void> {
  const other = (Object.keys(from) as (keyof typeof from)[]).filter(
    (key) => wanted[key] !== undefined && !same(row, key, from[key]) && !same(row, key, wanted[key]),
  )
  if (!other.length) return
  const now = Object.fromEntries(other.map((key) => [key, row[key]]))
  const name = await lastToChange(tx, row.id, other)
  throw new Problem('post.changedMeanwhile', { status: 409, params: { name, ...nowOf(now) } })
}

const same = (row: PostRow, key: string, value: unknown) =>
  JSON.stringify(row[key as keyof PostRow]) === JSON.stringify(value)

/** Makes the post go to exactly these channels; whether that changed anything. */
async function setChannels(tx: Tx, row: PostRow, wanted: readonly string[]): Promise<boolean> {
  const { workspaceId } = tx.ctx
  const known = await tx.db
    .select({ id: variant.id, channelId: variant.channelId, removedAt: variant.removedAt })
    .from(variant)
    .where(and(eq(variant.workspaceId, workspaceId), eq(variant.postId, row.id)))
  const list = new Set(wanted)
  const leaving = known.filter((one) => one.removedAt === null && !list.has(one.channelId))
  const back = known.filter((one) => one.removedAt !== null && list.has(one.channelId))
  const fresh = [...list].filter((channelId) => !known.some((one) => one.channelId === channelId))
  if (!leaving.length && !back.length && !fresh.length) return false
  if (stageIndex(row.stage) > stageIndex('draft')) throw new Problem('post.channelsInReview')
  await checkPlaces(tx, {
    channelIds: [...fresh, ...back.map((one) => one.channelId)],
  })
  const set = (id: string, values: Partial<typeof variant.$inferInsert>) =>
    tx.db
      .update(variant)
      .set(values)
      .where(and(eq(variant.workspaceId, workspaceId), eq(variant.id, id)))
  for (const one of leaving) await set(one.id, { removedAt: tx.now })
  for (const one of back) await set(one.id, { removedAt: null, stage: row.stage })
  if (fresh.length)
    await tx.db.insert(variant).values(
      fresh.map((channelId) => ({
        id: newId(),
        workspaceId,
        postId: row.id,
        channelId,
        options: {},
        stage: row.stage,
        createdAt: tx.now,
      })),
    )
  return true
}
