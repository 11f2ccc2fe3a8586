/**
 * All figures of a dashboard (28 days, beside the 28 before) over 100,000 snapshots and 100,000 messages. The limit is
 * one raw sum over the same snapshots on the same connection.
 */
import { sql } from 'drizzle-orm'
import { readFigures } from '#server/metric/figures.reads.ts'
import { figuresInput } from '#server/metric/figures.rules.ts'
import { testCore } from '../support/core.ts'
import { plantFigureScene } from '../support/figure-scene.ts'
import { makeChannel } from '../support/posts.ts'
import { median, print, smoke } from './figure.ts'

const DAY = 86_400_000
const SCALE = smoke ? 0.02 : 1
const RUNS = smoke ? 3 : 15

const core = await testCore()
const { owner, teamId } = await core.workspace()
const now = Date.now()
const channelIds = await Promise.all(Array.from({ length: 6 }, () => makeChannel(owner, teamId)))
await plantFigureScene(owner, {
  ...{ teamId, channelIds, campaignId: null, from: now - 90 * DAY, to: now, random: Math.random },
  ...{ posts: Math.round(1700 * SCALE), looks: 20, metrics: ['likes', 'comments', 'shares'] },
  ...{ conversations: Math.round(10_000 * SCALE), turns: 10 },
})
const time = async (work: () => Promise<unknown>) => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
const raw = () =>
  Promise.resolve(
    core.app.store.read.get(
      sql`select sum(gain) from snapshot where workspace_id = ${owner.workspaceId} and metric in ('likes', 'comments', 'shares') and at >= ${now - 56 * DAY}`,
    ),
  )
for (const days of ['7', '28', '90'] as const) {
  const input = figuresInput.parse({ practice: '1', days })
  await readFigures(owner, input)
  const runs: { ours: number; limit: number }[] = []
  for (let i = 0; i < RUNS; i++)
    runs.push({ limit: await time(raw), ours: await time(() => readFigures(owner, input)) })
  print({
    name: `dash.figures.${days}d`,
    value: median(runs.map((run) => run.ours)),
    unit: 'ms',
    limit: median(runs.map((run) => run.limit)),
    goal: 30,
  })
}
await core.drop()
