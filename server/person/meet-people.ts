import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { person } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import type { Person } from '../network/connector.ts'

/**
 * Knows the people who wrote, or meets them: their ids by their remote ids. Names and faces are as the network gave
 * them last.
 */
export async function meetPeople(
  tx: Tx,
  network: string,
  people: readonly Person[],
): Promise<Map<string, string>> {
  const byRemote = new Map(people.map((one) => [one.remoteId, one]))
  if (!byRemote.size) return new Map()
  const { workspaceId } = tx.ctx
  const known = await tx.db
    .select()
    .from(person)
    .where(
      and(
        eq(person.workspaceId, workspaceId),
        eq(person.network, network),
        inArray(person.remoteId, [...byRemote.keys()]),
      ),
    )
  for (const row of known) {
    const now = byRemote.get(row.remoteId)
    if (!now || (now.handle === row.handle && now.name === row.name && now.avatarUrl === row.avatarUrl))
      continue
    const { handle, name, avatarUrl } = now
    await tx.db
      .update(person)
      .set({ handle, name, avatarUrl })
      .where(and(eq(person.workspaceId, workspaceId), eq(person.id, row.id)))
  }
  const ids = new Map(known.map((row) => [row.remoteId, row.id]))
  const strangers = [...byRemote.values()].filter(({ remoteId }) => !ids.has(remoteId))
  const rows = strangers.map(({ remoteId, handle, name, avatarUrl }) => {
    const id = newId()
    ids.set(remoteId, id)
    return { id, workspaceId, network, remoteId, handle, name, avatarUrl, createdAt: tx.now }
  })
  if (rows.length) await tx.db.insert(person).values(rows)
  return ids
}
