import type { Liveblocks, LiveObject, LsonObject, PlainLsonObject } from '@liveblocks/node'

/** What the server itself does to rooms, in both modes; never reachable from outside. Errors are the SDK's. */
export type PresenceRooms = {
  /**
   * Puts the first storage into a room, creating the room. False when it already has some: clients must never
   * bring an `initialStorage`, two of them on an empty room lose half of the edits. Call before anybody enters.
   */
  initStorage(room: string, storage: PlainLsonObject): Promise<boolean>
  /** The storage as plain JSON, null when there is no such room. */
  readStorage(room: string): Promise<unknown>
  /** Changes the storage in front of everybody in the room. Rejects when there is no such room. */
  mutateStorage(room: string, change: (root: LiveObject<LsonObject>) => void): Promise<void>
  /** How many connections a room has, as the presence server sees it. */
  people(room: string): Promise<number>
  /** The shared text document as a Yjs update, null when there is no such room. */
  readText(room: string): Promise<Uint8Array | null>
  /** Merges a Yjs update into the room's document, creating the room: the way to seed a text. */
  writeText(room: string, update: Uint8Array): Promise<void>
  /** Removes a room with its storage and text. */
  remove(room: string): Promise<void>
}

const statusOf = (error: unknown) => (error as { status?: number }).status

async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (statusOf(error) === 404) return null
    throw error
  }
}

/** `connect` gives an SDK client for where the rooms are now: the embedded server's port changes when it restarts. */
export function createRooms(connect: () => Promise<Liveblocks>): PresenceRooms {
  const create = async (room: string) => {
    const client = await connect()
    await client.getOrCreateRoom(room, { defaultAccesses: [] })
    return client
  }
  return {
    async initStorage(room, storage) {
      const client = await create(room)
      try {
        await client.initializeStorageDocument(room, storage)
        return true
      } catch (error) {
        if (statusOf(error) === 409) return false
        throw error
      }
    },
    readStorage: async (room) => orNull((await connect()).getStorageDocument(room, 'json')),
    async mutateStorage(room, change) {
      await (await connect()).mutateStorage(room, ({ root }) => change(root as LiveObject<LsonObject>))
    },
    people: async (room) => (await orNull((await connect()).getActiveUsers(room)))?.data.length ?? 0,
    async readText(room) {
      const update = await orNull((await connect()).getYjsDocumentAsBinaryUpdate(room))
      return update && new Uint8Array(update)
    },
    async writeText(room, update) {
      await (await create(room)).sendYjsBinaryUpdate(room, update)
    },
    async remove(room) {
      await orNull((await connect()).deleteRoom(room))
    },
  }
}
