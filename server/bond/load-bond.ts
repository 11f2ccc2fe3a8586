import { and, eq, or } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { bond } from '#db/schema.ts'
import type { LoadedPost } from '../post/post-with-variants.ts'
import { type Central, type Child, centralOf } from './bond.rules.ts'
import type { BondField } from './names.rules.ts'

export type BondRow = typeof bond.$inferSelect

/** The bond of a region's post to the HQ post it came from, if it came from one. */
export async function bondOf(db: Db, workspaceId: string, childId: string): Promise<BondRow | undefined> {
  const [row] = await db
    .select()
    .from(bond)
    .where(and(eq(bond.workspaceId, workspaceId), eq(bond.childId, childId)))
  return row
}

/** The bonds of an HQ post to its regions' posts. */
export const bondsOf = (db: Db, workspaceId: string, parentId: string): Promise<BondRow[]> =>
  db
    .select()
    .from(bond)
    .where(and(eq(bond.workspaceId, workspaceId), eq(bond.parentId, parentId)))

const words = ({ variants }: LoadedPost) =>
  variants.map(({ channel, row }) => ({
    ...{ network: channel.network, text: row.text, media: row.media },
    ...{ sendLocal: row.sendLocal, sendZone: row.sendZone, out: row.stage === 'published' },
  }))

/** A loaded post as HQ's content, and as the post of a region. */
export const centralIn = (loaded: LoadedPost): Central => centralOf(loaded.row, words(loaded))
export const childIn = (loaded: LoadedPost): Child => ({ row: loaded.row, variants: words(loaded) })

/** What HQ has locked of a post; null when no bond holds it. */
export async function readLocks(
  db: Db,
  workspaceId: string,
  postId: string,
): Promise<{ locked: BondField[] } | null> {
  const rows = await db
    .select({ childId: bond.childId, locked: bond.locked })
    .from(bond)
    .where(and(eq(bond.workspaceId, workspaceId), or(eq(bond.childId, postId), eq(bond.parentId, postId))))
  if (!rows.length) return null
  return { locked: rows.find((row) => row.childId === postId)?.locked ?? [] }
}
