import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { asset, post, variant } from '#db/schema.ts'
import { judgeAgain } from '../approval/after-edit.ts'
import { isPicture } from '../asset/asset.rules.ts'
import { refuseLocked } from '../bond/refuse-locked.ts'
import { carryAnchors } from '../comment/carry-anchors.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { canonicalText, MAX_ALT, MAX_MEDIA, MAX_TEXT } from '../version/content.rules.ts'
import { noteEdit, noteInherited } from './note-edit.ts'
import { movePen, refuseOthersPen, writerId } from './pen.ts'
import { type LoadedPost, loadWithVariants, postToChange, settlePost } from './post-with-variants.ts'
import { patchBetween } from './text-patch.rules.ts'

const mediaList = z
  .array(z.object({ assetId: z.string(), alt: z.string().max(MAX_ALT).default('') }))
  .max(MAX_MEDIA)

export const editPostInput = z.object({
  postId: z.string(),
  /** Null: the common content. Otherwise the variant's own: null text or media inherits again. */
  variantId: z.string().nullable().default(null),
  /** The revision the change was based on. */
  base: z.int().min(0),
  text: z.string().max(MAX_TEXT).nullable().optional(),
  media: mediaList.nullable().optional(),
})
type Input = z.output<typeof editPostInput>

/**
 * Saves text or pictures. Takes the pen when it is free. Refuses with `draft.changedMeanwhile`, changing nothing, when
 * the post has a newer revision than the change was based on; the same change again (a retry whose answer was lost)
 * is answered as if it were the first.
 */
export const editPost = verb({
  name: 'post.edit',
  permission: 'post:write',
  input: editPostInput,
  async run(ctx, raw) {
    const input = typeof raw.text === 'string' ? { ...raw, text: canonicalText(raw.text) } : raw
    return transact(ctx, async (tx) => {
      const loaded = await postToChange(tx, input.postId, 'post:write')
      await refuseOthersPen(tx, loaded)
      const fields = (['text', 'media'] as const).filter((field) => field in changeOf(loaded, input).change)
      await refuseLocked(tx, input.postId, fields)
      await movePen(tx, loaded, writerId(tx))
      return saveContent(tx, loaded, input, writerId(tx))
    })
  },
})

/** What of an edit is another than what is there. */
function changeOf(loaded: LoadedPost, input: Input) {
  const before = contentBefore(loaded, input)
  const change: Change = {
    ...(input.text !== undefined && input.text !== before.text ? { text: input.text } : {}),
    ...(input.media !== undefined && JSON.stringify(input.media) !== JSON.stringify(before.media)
      ? { media: input.media }
      : {}),
  }
  return { before, change }
}

/** The same inside a transaction, without the pen; `by` wrote it (null: nobody who could approve it). */
export async function saveContent(
  tx: Tx,
  loaded: LoadedPost,
  input: Input,
  by: string | null,
): Promise<{ revision: number }> {
  const { row } = loaded
  const { before, change } = changeOf(loaded, input)
  if (!Object.keys(change).length) return { revision: row.revision }
  if (input.base !== row.revision) throw new Problem('draft.changedMeanwhile', { status: 409 })
  if (change.media) await checkAssets(tx, change.media)
  const revision = row.revision + 1
  await write(tx, input, change, revision)
  if (by) await noteEdit(tx, { ...input, memberId: by }, revision)
  if (input.variantId !== null && (change.text === null || change.media === null))
    await noteInherited(tx, row, input.variantId, revision)
  if (typeof before.text === 'string' && typeof change.text === 'string')
    await carryAnchors(tx, { postId: row.id, variantId: input.variantId }, before.text, change.text)
  const after = await loadWithVariants(tx.db, tx.ctx.workspaceId, row.id)
  const voided = after ? await judgeAgain(tx, after) : []
  const patch =
    typeof before.text === 'string' && typeof change.text === 'string'
      ? patchBetween(before.text, change.text)
      : null
  emit(
    tx,
    'post.edited',
    {
      id: row.id,
      title: row.title,
      set: await settlePost(tx, row.id),
      variantId: input.variantId,
      revision,
      ...(patch ? { patch } : 'text' in change ? { text: change.text } : {}),
      ...('media' in change ? { media: change.media } : {}),
      voided,
    },
    { subjectId: row.id, audience: { permission: 'post:read', teamId: row.teamId } },
  )
  return { revision }
}

/** What is there now at the place the change is about. Refuses an empty place: the common content cannot inherit. */
function contentBefore(loaded: LoadedPost, input: Input) {
  if (input.variantId === null) {
    if (input.text === null || input.media === null)
      throw new Problem('request.invalid', { field: 'variantId' })
    return { text: loaded.row.text, media: loaded.row.media }
  }
  const own = loaded.variants.find((one) => one.row.id === input.variantId)
  if (!own) throw notFound()
  if (own.row.stage === 'published') throw new Problem('draft.published', { status: 409 })
  return { text: own.row.text, media: own.row.media }
}

type Change = { text?: string | null | undefined; media?: Input['media'] }

async function write(tx: Tx, input: Input, change: Change, revision: number): Promise<void> {
  const { workspaceId } = tx.ctx
  const { text, media } = change
  const here = and(eq(post.workspaceId, workspaceId), eq(post.id, input.postId))
  if (input.variantId === null) {
    await tx.db
      .update(post)
      .set({ revision, ...(text != null ? { text } : {}), ...(media ? { media } : {}) })
      .where(here)
    return
  }
  await tx.db.update(post).set({ revision }).where(here)
  await tx.db
    .update(variant)
    .set({ ...(text !== undefined ? { text } : {}), ...(media !== undefined ? { media } : {}) })
    .where(and(eq(variant.workspaceId, workspaceId), eq(variant.id, input.variantId)))
}

async function checkAssets(tx: Tx, media: NonNullable<Input['media']>): Promise<void> {
  const ids = [...new Set(media.map((item) => item.assetId))]
  if (!ids.length) return
  const rows = await tx.db
    .select({ id: asset.id, mime: asset.mime })
    .from(asset)
    .where(and(eq(asset.workspaceId, tx.ctx.workspaceId), inArray(asset.id, ids)))
  if (rows.length !== ids.length) throw new Problem('request.notFound', { status: 404, field: 'media' })
  if (!rows.every(({ mime }) => isPicture(mime)))
    throw new Problem('asset.notImage', { status: 415, field: 'media' })
}
