import { type BenchServer, forkServer } from './fork-server.ts'

const DAY = 86_400_000
const day = (at: number) => new Date(at).toISOString().slice(0, 10)

/** A Hubbub with posts evenly over so many days around today; a year without. */
export function planServer(posts: number, days = 365): Promise<BenchServer> {
  const half = (days / 2) * DAY
  return forkServer('hubbub', {
    PLAN: String(posts),
    PLAN_FROM: day(Date.now() - half),
    PLAN_TO: day(Date.now() + half),
  })
}
