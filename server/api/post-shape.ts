import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { post, variant } from '#db/schema.ts'
import { readAttachments } from '../attachment/attachment.reads.ts'
import type { AttachmentView } from '../attachment/attachment.rules.ts'
import { readChecklists } from '../checklist/checklist.reads.ts'
import type { ChecklistView } from '../checklist/checklist.rules.ts'
import type { Ctx } from '../core/ctx.ts'
import { labelsOf } from '../label/resolve-labels.ts'
import { may } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import { STAGES } from '../post/stage.rules.ts'
import { stagesOf } from '../stage/stages-of.ts'
import { mediaItem } from '../version/content.rules.ts'
import { instant, named } from './named.ts'

const slot = {
  sendLocal: z.string().nullable().describe('Local date and time, `YYYY-MM-DDTHH:mm`'),
  sendZone: z.string().nullable().describe('IANA zone of `sendLocal`'),
  sendAt: instant.nullable(),
}
const media = z.array(mediaItem)

const variantShape = z.object({
  id: z.string(),
  channelId: z.string(),
  text: z.string().nullable().describe("Null: the post's"),
  media: media.nullable().describe("Null: the post's"),
  stage: z.enum(STAGES),
  ...slot,
})

const checklistShape = z.object({
  id: z.string(),
  name: z.string(),
  items: z.array(
    z.object({ id: z.string(), text: z.string(), done: z.boolean(), assigneeId: z.string().nullable() }),
  ),
})

const attachmentShape = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string().nullable().describe('The link; null: a file'),
  assetId: z.string().nullable().describe('The file; null: a link'),
  createdBy: z.string().nullable(),
  createdAt: instant,
})

export const POST = named(
  'Post',
  z.object({
    id: z.string(),
    teamId: z.string(),
    campaignId: z.string().nullable(),
    title: z.string(),
    text: z.string(),
    media,
    labels: z.array(z.string()).describe('By name'),
    assigneeId: z.string().nullable(),
    stage: z.enum(STAGES).describe('The least advanced of its variants'),
    workingId: z
      .string()
      .nullable()
      .describe(
        'The working stage of its team (`stages` of a team) while it is a draft, and again after review',
      ),
    workingStage: z.string().nullable().describe('Its name; null: none, or not a draft now'),
    ...slot,
    dueAt: instant.nullable().describe('By when the work on it shall be done'),
    seriesId: z.string().nullable().describe('The series it began or is a copy of'),
    checklists: z.array(checklistShape),
    attachments: z.array(attachmentShape).describe('Kept beside the post, never sent with it'),
    revision: z.int().describe('Rises with every change of content'),
    createdBy: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
    archivedAt: instant.nullable(),
    variants: z.array(variantShape).describe('The post as it goes to each channel'),
  }),
)

type PostRow = typeof post.$inferSelect
type Shown = z.input<typeof POST.schema>

type VariantRow = typeof variant.$inferSelect

/** Posts with their variants, in the order of the rows. */
export async function showPosts(db: Db, workspaceId: string, rows: readonly PostRow[]): Promise<Shown[]> {
  if (!rows.length) return []
  const ids = rows.map((row) => row.id)
  const variants = await db
    .select()
    .from(variant)
    .where(and(eq(variant.workspaceId, workspaceId), inArray(variant.postId, ids), isNull(variant.removedAt)))
    .orderBy(asc(variant.id))
  const own = Map.groupBy(variants, (one) => one.postId)
  const beside = await readBeside(db, workspaceId, rows)
  return rows.map((row) => shown(row, own.get(row.id) ?? [], beside))
}

interface Beside {
  /** Names by id. */
  labels: Map<string, string>
  /** Working stages' names by id. */
  stages: Map<string, string>
  checklists: Map<string, ChecklistView[]>
  attachments: Map<string, AttachmentView[]>
}

/** What stands beside posts. Nothing is looked up for one that has only just been made. */
async function readBeside(db: Db, workspaceId: string, rows: readonly PostRow[]): Promise<Beside> {
  const touched = rows.filter((row) => row.updatedAt !== row.createdAt).map((row) => row.id)
  const marked = rows.some((row) => row.labels.length > 0)
  const staged = rows.some((row) => row.workingId !== null)
  return {
    labels: new Map(marked ? (await labelsOf(db, workspaceId)).map(({ id, name }) => [id, name]) : []),
    stages: new Map(staged ? (await stagesOf(db, workspaceId)).map(({ id, name }) => [id, name]) : []),
    checklists: await readChecklists(db, workspaceId, touched),
    attachments: await readAttachments(db, workspaceId, touched),
  }
}

function shown(row: PostRow, variants: readonly VariantRow[], beside: Beside): Shown {
  return {
    id: row.id,
    teamId: row.teamId,
    campaignId: row.campaignId,
    title: row.title,
    text: row.text,
    media: row.media,
    labels: row.labels.flatMap((id) => beside.labels.get(id) ?? []),
    assigneeId: row.assigneeId,
    stage: row.stage,
    workingId: row.workingId,
    workingStage: row.stage === 'draft' ? (beside.stages.get(row.workingId ?? '') ?? null) : null,
    sendLocal: row.sendLocal,
    sendZone: row.sendZone,
    sendAt: row.sendAt,
    dueAt: row.dueAt,
    seriesId: row.seriesId,
    checklists: (beside.checklists.get(row.id) ?? []).map(({ id, name, items }) => ({
      id,
      name,
      items: items.map(({ id, text, done, assigneeId }) => ({ id, text, done, assigneeId })),
    })),
    attachments: (beside.attachments.get(row.id) ?? []).map(({ file, ...one }) => ({
      ...one,
      assetId: file?.assetId ?? null,
    })),
    revision: row.revision,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    archivedAt: row.archivedAt,
    variants: variants.map((one) => ({
      id: one.id,
      channelId: one.channelId,
      text: one.text,
      media: one.media,
      stage: one.stage,
      sendLocal: one.sendLocal,
      sendZone: one.sendZone,
      sendAt: one.sendAt,
    })),
  }
}

const inWorkspace = sql.placeholder('workspaceId')
const id = sql.placeholder('id')
const postById = prepared((db) =>
  db
    .select()
    .from(post)
    .where(and(eq(post.workspaceId, inWorkspace), eq(post.id, id))),
)
const variantsOf = prepared((db) =>
  db
    .select()
    .from(variant)
    .where(and(eq(variant.workspaceId, inWorkspace), eq(variant.postId, id), isNull(variant.removedAt)))
    .orderBy(asc(variant.id)),
)

/** One post, if the caller may read it; `request.notFound` otherwise. */
export async function showPost(db: Db, ctx: Ctx, postId: string): Promise<Shown> {
  const which = { workspaceId: ctx.workspaceId, id: postId }
  const [row] = await postById(db, which)
  // Who may write in a team but reads none has just made it, or changed it.
  if (!row || !(may(ctx.grants, 'post:read', row.teamId) || may(ctx.grants, 'post:write', row.teamId)))
    throw notFound()
  return shown(row, await variantsOf(db, which), await readBeside(db, ctx.workspaceId, [row]))
}
