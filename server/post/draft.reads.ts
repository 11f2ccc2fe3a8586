import { and, desc, eq, inArray } from 'drizzle-orm'
import { asset, version } from '#db/schema.ts'
import {
  type DecisionKind,
  evaluate,
  mayDecide,
  maySubmit,
  type Question,
} from '../approval/approval.rules.ts'
import { plannedVariants } from '../approval/planned.reads.ts'
import { questionsFor } from '../approval/question.ts'
import { readAttachments } from '../attachment/attachment.reads.ts'
import { readLocks } from '../bond/load-bond.ts'
import { readChecklists } from '../checklist/checklist.reads.ts'
import { readThreads, type ThreadView } from '../comment/thread.reads.ts'
import { readHead } from '../core/at-head.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { readPostDeliveries } from '../delivery/delivery.reads.ts'
import { may } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import { readSeriesOf } from '../series/series.reads.ts'
import type { Content } from '../version/content.rules.ts'
import { penHolder } from './pen.ts'
import { type LoadedPost, type LoadedVariant, loadWithVariants } from './post-with-variants.ts'

/** Where approval of a variant stands, for the screen. */
export interface ApprovalView {
  mode: 'none' | 'optional' | 'required'
  state: 'open' | 'approved' | 'changes' | 'rejected'
  stepName: string | null
  stepIndex: number
  steps: number
  needed: number
  decided: number
  seats: string[]
  stuck: boolean
  voided: boolean
  decisions: { memberId: string; kind: DecisionKind; comment: string; at: number; current: boolean }[]
  /** Whether the reader may decide now; otherwise why not. */
  mine: { decide: true } | { decide: false; because: string }
  /** The content as it stands rejected: it may be submitted again once it is another. */
  rejected: { text: string; media: { assetId: string; alt: string }[] } | null
  /** What the reader decided on last, when it was another version. */
  seen: { text: string; media: { assetId: string; alt: string }[]; at: number } | null
}

export interface VariantView {
  id: string
  channelId: string
  network: string
  stage: LoadedVariant['row']['stage']
  text: string | null
  media: { assetId: string; alt: string }[] | null
  hash: string
  /** Its own send time, where it does not go out with the post; epoch ms and the zone it was chosen in. */
  sendAt: number | null
  sendZone: string | null
  planned: boolean
  approval: ApprovalView
}

export interface AssetView {
  id: string
  name: string
  mime: string
  size: number
  width: number
  height: number
}

/** All the sheet of one post needs, read at `head`. Refuses what is not there and what the reader may not see. */
export async function readDraft(ctx: Ctx, postId: string) {
  const head = await readHead(ctx)
  const db = ctx.store.read
  const loaded = await loadWithVariants(db, ctx.workspaceId, postId)
  if (!loaded) throw notFound()
  const { row } = loaded
  permit(ctx, 'post:read', row.teamId)
  const can = (permission: Parameters<typeof may>[1]) => may(ctx.grants, permission, row.teamId)
  const questions = await questionsFor(db, ctx.workspaceId, loaded)
  const planned = await plannedVariants(db, ctx.workspaceId, postId)
  const variants: VariantView[] = []
  for (const one of loaded.variants) {
    const question = questions.get(one.row.id)
    if (!question) continue
    variants.push({
      id: one.row.id,
      channelId: one.channel.id,
      network: one.channel.network,
      stage: one.row.stage,
      text: one.row.text,
      media: one.row.media,
      hash: one.hash,
      sendAt: one.row.sendAt,
      sendZone: one.row.sendZone,
      planned: planned.has(one.row.id),
      approval: await approvalView(ctx, one, question),
    })
  }
  const threads: ThreadView[] = can('comment:read') ? await readThreads(db, ctx.workspaceId, postId) : []
  const { id, teamId, campaignId, title, text, media, labels, assigneeId, stage, rank, revision } = row
  const { sendLocal, sendZone, sendAt, dueAt, createdBy, createdAt } = row
  return {
    head,
    now: ctx.now(),
    post: {
      ...{ id, teamId, campaignId, title, text, media, labels, assigneeId, stage, rank, revision },
      ...{ sendLocal, sendZone, sendAt, dueAt, createdBy, createdAt },
    },
    series: await readSeriesOf(ctx, row),
    /** Whether it hangs together with a post of HQ or of regions, and what HQ has locked of it. */
    bond: await readLocks(db, ctx.workspaceId, id),
    pen: penHolder(loaded, ctx.now()),
    variants,
    threads,
    /** Its slots in the send ledger, the oldest first. */
    deliveries: await readPostDeliveries(ctx, postId),
    assets: await readAssets(ctx, loaded),
    checklists: (await readChecklists(db, ctx.workspaceId, [id])).get(id) ?? [],
    attachments: row.attachments ? ((await readAttachments(db, ctx.workspaceId, [id])).get(id) ?? []) : [],
    can: {
      write: can('post:write') && stage !== 'published',
      /** What is noted beside the post stays open when it has gone out. */
      plan: can('post:write'),
      submit: can('post:submit'),
      schedule: can('post:schedule'),
      publish: can('post:publish'),
      decide: can('post:decide'),
      comment: can('comment:write'),
      upload: can('asset:write'),
    },
  }
}
export type Draft = Awaited<ReturnType<typeof readDraft>>

async function approvalView(ctx: Ctx, one: LoadedVariant, question: Question): Promise<ApprovalView> {
  const answer = evaluate(question)
  const me = ctx.memberId
  const seat =
    me === null || one.row.stage !== 'in_review'
      ? { refuse: 'approval.notOpen' as const }
      : mayDecide(question, me)
  const mine = question.decisions.filter((it) => it.memberId === me).sort((a, b) => b.at - a.at)[0]
  return {
    mode: question.flow.mode,
    state: answer.state,
    stepName: answer.step?.name ?? null,
    stepIndex: answer.stepIndex,
    steps: question.flow.steps.length,
    needed: answer.needed,
    decided: answer.decided,
    seats: answer.seats,
    stuck: answer.stuck,
    voided: answer.voided,
    decisions: question.decisions
      .map((it) => ({
        memberId: it.memberId,
        kind: it.kind,
        comment: 'comment' in it && typeof it.comment === 'string' ? it.comment : '',
        at: it.at,
        current: it.versionHash === one.hash,
      }))
      .sort((a, b) => b.at - a.at),
    mine: 'refuse' in seat ? { decide: false, because: seat.refuse } : { decide: true },
    rejected: 'refuse' in maySubmit(question) ? shownOf(one.content) : null,
    seen: mine && mine.versionHash !== one.hash ? await readSeen(ctx, one, mine.versionHash, mine.at) : null,
  }
}

async function readSeen(
  ctx: Ctx,
  one: LoadedVariant,
  hash: string,
  at: number,
): Promise<ApprovalView['seen']> {
  const [row] = await ctx.store.read
    .select({ content: version.content })
    .from(version)
    .where(
      and(
        eq(version.workspaceId, ctx.workspaceId),
        eq(version.variantId, one.row.id),
        eq(version.hash, hash),
      ),
    )
    .orderBy(desc(version.createdAt))
  if (!row) return null
  return { ...shownOf(row.content as Content), at }
}

const shownOf = ({ text, media }: Content) => ({
  text,
  media: media.map(({ assetId, alt }) => ({ assetId, alt })),
})

/** The pictures named anywhere in the post. */
async function readAssets(ctx: Ctx, { row, variants }: LoadedPost): Promise<AssetView[]> {
  const named = [row.media, ...variants.map((one) => one.row.media ?? [])].flat()
  const ids = [...new Set(named.map((item) => item.assetId))]
  if (!ids.length) return []
  const rows = await ctx.store.read
    .select()
    .from(asset)
    .where(and(eq(asset.workspaceId, ctx.workspaceId), inArray(asset.id, ids)))
  return rows.map(({ id, name, mime, size, width, height }) => ({ id, name, mime, size, width, height }))
}
