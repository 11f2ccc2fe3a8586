import { newId } from '#db/id.ts'
import type { TeamKey } from '#db/seed/demo/demo.ts'
import { ranksFor } from '../../post/rank.rules.ts'
import { DAY, type Scene, teamOf } from './demo-scene.ts'

/** What drafts go through before review, by team: the two that have “Design” share a column. */
const STAGES: readonly { team: TeamKey; name: string; wipLimit: number | null }[] = [
  { team: 'hq', name: 'Design', wipLimit: null },
  { team: 'hq', name: 'Fact check', wipLimit: 3 },
  { team: 'berlin', name: 'Design', wipLimit: 2 },
]

/** Working stages of some teams, with some of their drafts in them. */
export function plantStages(scene: Scene): void {
  const { rows, ctx, now } = scene
  const ranks = ranksFor(STAGES.length)
  const own = new Map<string, string[]>()
  for (const [index, { team, ...one }] of STAGES.entries()) {
    const id = newId()
    const teamId = teamOf(scene, team).id
    const rank = ranks[index] ?? 'a0'
    const { workspaceId } = ctx
    rows.workingStage.push({ ...one, id, workspaceId, teamId, rank, createdAt: now - 100 * DAY })
    own.set(teamId, [...(own.get(teamId) ?? []), id])
  }
  for (const [teamId, ids] of own) {
    const drafts = rows.post.filter((one) => one.teamId === teamId && one.stage === 'draft')
    for (const [index, one] of drafts.entries()) one.workingId = ids[(index % (ids.length + 1)) - 1] ?? null
  }
}
