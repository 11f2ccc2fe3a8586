import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { asset, attachment } from '#db/schema.ts'
import { isPicture } from '../asset/asset.rules.ts'
import type { AttachmentView } from './attachment.rules.ts'

/** What is attached to posts, by post, oldest first. The caller has asked whether the posts may be read. */
export async function readAttachments(
  db: Db,
  workspaceId: string,
  postIds: readonly string[],
): Promise<Map<string, AttachmentView[]>> {
  if (!postIds.length) return new Map()
  const rows = await db
    .select({ row: attachment, mime: asset.mime, size: asset.size })
    .from(attachment)
    .leftJoin(asset, eq(asset.id, attachment.assetId))
    .where(and(eq(attachment.workspaceId, workspaceId), inArray(attachment.postId, [...postIds])))
    .orderBy(asc(attachment.createdAt), asc(attachment.id))
  const views = rows.map(({ row: { postId, assetId, ...row }, mime, size }) => ({
    postId,
    view: {
      id: row.id,
      name: row.name,
      url: row.url,
      file:
        assetId === null || mime === null
          ? null
          : { assetId, mime, size: size ?? 0, picture: isPicture(mime) },
      createdBy: row.createdBy,
      createdAt: row.createdAt,
    },
  }))
  return new Map(
    [...Map.groupBy(views, (one) => one.postId)].map(([id, list]) => [id, list.map((one) => one.view)]),
  )
}
