import { LiveObject } from '@liveblocks/client'
import type { Ctx } from '#server/core/ctx.ts'
import { mayEnter } from '#server/member/presence-room.ts'
import { presenceAuth } from '#server/platform/presence/presence-auth.ts'
import { canvasClient } from './canvas-client.ts'
import type { TestServer } from './server.ts'

/** So many notes side by side. */
export const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `o${index}`,
      {
        kind: 'note',
        x: (index % 80) * 60,
        y: Math.floor(index / 80) * 60,
        ...{ w: 50, h: 50, z: 'a0', text: '', hue: index % 12 },
      },
    ]),
  )

const programs: (() => void)[] = []

/** After each test. */
export function endPrograms(): void {
  for (const close of programs.splice(0)) close()
}

/** What a program does that knows nothing of our limits. */
export async function program(server: TestServer, who: Ctx, id: string) {
  const { presence } = server.app
  const client = await canvasClient(server.url, presenceAuth<Ctx>({ presence, policy: mayEnter }), who, id)
  programs.push(client.close)
  return {
    status: () => client.room.getStorageStatus(),
    /** Puts notes from one number up to another on it. */
    put(from: number, to: number) {
      const notes = Object.entries(many(to)).slice(from)
      client.room.batch(() => {
        for (const [key, note] of notes)
          client.map().set(key, new LiveObject({ ...note, locked: false, group: null }))
      })
    },
    take(...keys: string[]) {
      client.room.batch(() => {
        for (const key of keys) client.map().delete(key)
      })
    },
  }
}
