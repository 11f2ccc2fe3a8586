import { createHash } from 'node:crypto'
import { and, eq, sum } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { asset, assetBlob } from '#db/schema.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { Problem } from '../platform/problem.ts'
import { type AssetView, cleanName, MAX_FILE, QUOTA } from './asset.rules.ts'
import { cleanPicture } from './clean-picture.ts'

/** Puts an uploaded file into the library. The same file again is the same asset. */
export async function addAsset(
  ctx: Ctx,
  file: { bytes: Buffer; name: string },
  quota = QUOTA,
): Promise<AssetView> {
  permit(ctx, 'asset:write')
  if (!file.bytes.byteLength) throw new Problem('asset.empty')
  if (file.bytes.byteLength > MAX_FILE) throw tooLarge()
  const hash = hashOf(file.bytes)
  const before = await known(ctx.store.read, ctx.workspaceId, hash)
  return before ?? keepFile(ctx, { name: file.name, hash, picture: await cleanPicture(file.bytes) }, quota)
}

/** A file ready to be kept. */
export interface ReadyFile {
  name: string
  /** Of the file as it came. */
  hash: string
  picture: Awaited<ReturnType<typeof cleanPicture>>
}

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Puts a file that is ready into the library, unless it is there. The caller has asked for the permission. */
export function keepFile(ctx: Ctx, { name, hash, picture }: ReadyFile, quota = QUOTA): Promise<AssetView> {
  return transact(ctx, async (tx) => {
    const raced = await known(tx.db, ctx.workspaceId, hash)
    if (raced) return raced
    const [total] = await tx.db
      .select({ used: sum(asset.size) })
      .from(asset)
      .where(eq(asset.workspaceId, ctx.workspaceId))
    const used = Number(total?.used ?? 0)
    if (used + picture.bytes.byteLength > quota) {
      const megabytes = (bytes: number) => Math.round(bytes / 1024 ** 2)
      const params = { used: megabytes(used), limit: megabytes(quota) }
      throw new Problem('asset.quota', { status: 413, params })
    }
    const view: AssetView = {
      id: newId(),
      name: cleanName(name),
      mime: picture.mime,
      size: picture.bytes.byteLength,
      width: picture.width,
      height: picture.height,
      createdAt: tx.now,
    }
    const { workspaceId } = ctx
    await tx.db.insert(asset).values({ ...view, workspaceId, hash, createdBy: ctx.memberId })
    const blob = { workspaceId, assetId: view.id }
    await tx.db.insert(assetBlob).values([
      { ...blob, id: newId(), size: 'original', mime: picture.mime, bytes: picture.bytes },
      { ...blob, id: newId(), size: 'card', mime: 'image/webp', bytes: picture.card },
    ])
    emit(tx, 'asset.added', { asset: view }, { subjectId: view.id, audience: { permission: 'asset:read' } })
    return view
  })
}

export const tooLarge = () =>
  new Problem('asset.tooLarge', { status: 413, params: { megabytes: MAX_FILE / 1024 ** 2 } })

async function known(db: Db, workspaceId: string, hash: string): Promise<AssetView | undefined> {
  const [row] = await db
    .select({
      id: asset.id,
      name: asset.name,
      mime: asset.mime,
      size: asset.size,
      width: asset.width,
      height: asset.height,
      createdAt: asset.createdAt,
    })
    .from(asset)
    .where(and(eq(asset.workspaceId, workspaceId), eq(asset.hash, hash)))
  return row
}
