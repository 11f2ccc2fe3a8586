import { and, count, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { asset, attachment } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { changeCard } from '../post/change-card.ts'
import { loadPost, type PostRow } from '../post/load-post.ts'
import { attachmentName, linkName, linkUrl, MAX_ATTACHMENTS, webAddress } from './attachment.rules.ts'

const place = {
  /** Made by the client, so that a retry never attaches twice. */
  id: z.uuid().optional(),
  postId: z.string(),
}

/** Keeps a file of the library beside a post. Problem: attachment.tooMany. */
export const attachFile = verb({
  name: 'attachment.addFile',
  permission: 'post:write',
  input: z.object({ ...place, assetId: z.string(), name: attachmentName.optional() }),
  run(ctx, { assetId, name, ...where }) {
    permit(ctx, 'asset:read')
    return transact(ctx, async (tx) => {
      const [file] = await tx.db
        .select({ name: asset.name })
        .from(asset)
        .where(and(eq(asset.workspaceId, ctx.workspaceId), eq(asset.id, assetId)))
      if (!file) throw notFound()
      return attach(tx, where, { assetId, url: null, name: name ?? file.name })
    })
  },
})

/** Keeps a link beside a post. Nothing is fetched from it. Problem: attachment.tooMany. */
export const attachLink = verb({
  name: 'attachment.addLink',
  permission: 'post:write',
  input: z.object({ ...place, url: linkUrl, name: attachmentName.optional() }),
  run(ctx, { url: written, name, ...where }) {
    const url = webAddress(written)
    if (url === null) throw new Problem('request.invalid', { status: 422, field: 'url' })
    return transact(ctx, (tx) => attach(tx, where, { assetId: null, url, name: name ?? linkName(url) }))
  },
})

/** Takes an attachment off a post. A file stays in the library. */
export const removeAttachment = verb({
  name: 'attachment.remove',
  permission: 'post:write',
  input: z.object({ id: z.string() }),
  run(ctx, { id }) {
    return transact(ctx, async (tx) => {
      const mine = and(eq(attachment.workspaceId, ctx.workspaceId), eq(attachment.id, id))
      const [found] = await tx.db.select().from(attachment).where(mine)
      if (!found) throw notFound()
      const row = await loadPost(tx, found.postId)
      await tx.db.delete(attachment).where(mine)
      await tell(tx, row, 'attachment.removed', found)
      return { id }
    })
  },
})

async function attach(
  tx: Tx,
  { id = newId(), postId }: { id?: string | undefined; postId: string },
  what: { assetId: string | null; url: string | null; name: string },
): Promise<{ id: string }> {
  const { workspaceId, memberId } = tx.ctx
  const row = await loadPost(tx, postId)
  const [before] = await tx.db
    .select({ id: attachment.id })
    .from(attachment)
    .where(and(eq(attachment.workspaceId, workspaceId), eq(attachment.id, id), eq(attachment.postId, postId)))
  if (before) return { id }
  if (row.attachments >= MAX_ATTACHMENTS)
    throw new Problem('attachment.tooMany', { params: { limit: MAX_ATTACHMENTS } })
  const made = { id, workspaceId, postId, ...what, createdBy: memberId, createdAt: tx.now }
  await tx.db.insert(attachment).values(made)
  await tell(tx, row, 'attachment.added', made)
  return { id }
}

async function tell(
  tx: Tx,
  row: PostRow,
  type: 'attachment.added' | 'attachment.removed',
  one: { id: string; name: string; url: string | null },
): Promise<void> {
  const [counted] = await tx.db
    .select({ n: count() })
    .from(attachment)
    .where(and(eq(attachment.workspaceId, tx.ctx.workspaceId), eq(attachment.postId, row.id)))
  const about = { attachmentId: one.id, name: one.name, kind: one.url === null ? 'file' : 'link' }
  await changeCard(tx, row, type, { attachments: counted?.n ?? 0 }, {}, about)
}
