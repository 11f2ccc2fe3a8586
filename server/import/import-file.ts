import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { importFile } from '#db/schema.ts'
import { notFound } from '../platform/problem.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

export const packFile = (bytes: Buffer): Promise<Buffer> => pack(bytes, { level: 4 })
export const hashFile = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The bytes of an import's file as they were uploaded. The caller has asked whether the import may be seen. */
export async function readFileOf(db: Db, workspaceId: string, importId: string): Promise<Buffer> {
  const [row] = await db
    .select({ bytes: importFile.bytes })
    .from(importFile)
    .where(and(eq(importFile.workspaceId, workspaceId), eq(importFile.importId, importId)))
  if (!row) throw notFound()
  return unpack(row.bytes)
}

/** Nothing more will be read of it. */
export async function dropFile(db: Db, workspaceId: string, importId: string): Promise<void> {
  await db
    .delete(importFile)
    .where(and(eq(importFile.workspaceId, workspaceId), eq(importFile.importId, importId)))
}
