import { and, desc, eq, inArray, lt, sum } from 'drizzle-orm'
import { asset, assetBlob } from '#db/schema.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { notFound } from '../platform/problem.ts'
import { ASSET_TYPES, type AssetSize, type AssetView, QUOTA } from './asset.rules.ts'

/** Bytes of an asset in one size, with its type and a name for caches. */
export async function readAssetBytes(
  ctx: Ctx,
  assetId: string,
  size: AssetSize,
): Promise<{ bytes: Buffer; mime: string; name: string; tag: string }> {
  permit(ctx, 'asset:read')
  const [row] = await ctx.store.read
    .select({ bytes: assetBlob.bytes, mime: assetBlob.mime, name: asset.name, hash: asset.hash })
    .from(assetBlob)
    .innerJoin(asset, eq(asset.id, assetBlob.assetId))
    .where(
      and(
        eq(assetBlob.workspaceId, ctx.workspaceId),
        eq(assetBlob.assetId, assetId),
        eq(assetBlob.size, size),
      ),
    )
  if (!row) throw notFound()
  return { bytes: row.bytes, mime: row.mime, name: row.name, tag: `"${row.hash.slice(0, 24)}-${size}"` }
}

/** The pictures of the library, newest first; `before` is the id of the last one seen. With what is used of the quota, bytes. */
export async function readAssets(
  ctx: Ctx,
  { before, limit = 60 }: { before?: string; limit?: number } = {},
): Promise<{ assets: AssetView[]; used: number; quota: number }> {
  permit(ctx, 'asset:read')
  const { id, name, mime, size, width, height, createdAt } = asset
  const assets = await ctx.store.read
    .select({ id, name, mime, size, width, height, createdAt })
    .from(asset)
    .where(
      and(
        eq(asset.workspaceId, ctx.workspaceId),
        inArray(asset.mime, [...ASSET_TYPES]),
        before ? lt(asset.id, before) : undefined,
      ),
    )
    .orderBy(desc(asset.id))
    .limit(Math.min(limit, 200))
  const [total] = await ctx.store.read
    .select({ used: sum(asset.size) })
    .from(asset)
    .where(eq(asset.workspaceId, ctx.workspaceId))
  return { assets, used: Number(total?.used ?? 0), quota: QUOTA }
}
