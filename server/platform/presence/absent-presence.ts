import type { Presence } from './presence.ts'
import { createRooms } from './rooms.ts'

/** No presence at all: for the command line, and for whoever turned it off. The interface says that it is away. */
export function absentPresence(): Presence {
  const away = () => Promise.reject(Object.assign(new Error('Presence is away'), { code: 'presence.away' }))
  return {
    mode: 'embedded',
    middleware: (_request, _response, next) => next(),
    onUpgrade: () => false,
    mint: away,
    cut: () => 0,
    state: () => 'down',
    onState: () => () => {},
    inUse: async () => [],
    rooms: createRooms(away),
    stats: () => ({ connections: 0, childPid: undefined }),
    stop: async () => {},
  }
}
