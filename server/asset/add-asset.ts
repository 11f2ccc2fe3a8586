import { createHash } from 'node:crypto'
import { and, eq, sum } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { asset, assetBlob } from '#db/schema.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { Problem } from '../platform/problem.ts'
import { type AssetView, claimedFormat, cleanName, isPicture, MAX_FILE, QUOTA } from './asset.rules.ts'
import { type CleanPicture, cleanPicture } from './clean-picture.ts'
import { DOCUMENT_ENDINGS, documentType } from './document.rules.ts'

/** Puts an uploaded file into the library. The same file again is the same asset. */
export async function addAsset(
  ctx: Ctx,
  file: { bytes: Buffer; name: string },
  quota = QUOTA,
): Promise<AssetView> {
  permit(ctx, 'asset:write')
  checkSize(file.bytes)
  const hash = hashOf(file.bytes)
  const before = await known(ctx.store.read, ctx.workspaceId, hash)
  if (before && !isPicture(before.mime)) throw new Problem('asset.notImage', { status: 415 })
  return before ?? keepFile(ctx, { name: file.name, hash, picture: await cleanPicture(file.bytes) }, quota)
}

/**
 * Puts an uploaded picture or document into the library, to be kept beside a post. Refuses with `asset.unknownType` what
 * is neither by its bytes and its name.
 */
export async function addFile(
  ctx: Ctx,
  file: { bytes: Buffer; name: string },
  quota = QUOTA,
): Promise<AssetView> {
  permit(ctx, 'asset:write')
  checkSize(file.bytes)
  if (claimedFormat(file.bytes)) return addAsset(ctx, file, quota)
  const mime = documentType(file.bytes, file.name)
  if (mime === null)
    throw new Problem('asset.unknownType', { status: 415, params: { types: DOCUMENT_ENDINGS.join(', ') } })
  const document = { mime, bytes: file.bytes, width: 0, height: 0, card: null }
  return keepFile(ctx, { name: file.name, hash: hashOf(file.bytes), picture: document }, quota)
}

function checkSize(bytes: Buffer): void {
  if (!bytes.byteLength) throw new Problem('asset.empty')
  if (bytes.byteLength > MAX_FILE) throw tooLarge()
}

/** A file ready to be kept. */
export interface ReadyFile {
  name: string
  /** Of the file as it came. */
  hash: string
  /** A document has no small size. */
  picture: Omit<CleanPicture, 'card'> & { card: Buffer | null }
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
    await tx.db
      .insert(assetBlob)
      .values([
        { ...blob, id: newId(), size: 'original' as const, mime: picture.mime, bytes: picture.bytes },
        ...(picture.card
          ? [{ ...blob, id: newId(), size: 'card' as const, mime: 'image/webp', bytes: picture.card }]
          : []),
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
