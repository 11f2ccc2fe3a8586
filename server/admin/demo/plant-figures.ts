import { newId } from '#db/id.ts'
import type { ChannelKey } from '#db/seed/demo/demo.ts'
import { withGains } from '../../metric/gain.rules.ts'
import { DAY, HOUR, type Scene, type SentPost } from './demo-scene.ts'
import { FOLLOWERS } from './plant-company.ts'
import { seeded } from './random.ts'

/** When a post's counts were taken, hours after it went out. */
const TAKEN = [2, 6, 12, 24, 48, 72, 96, 120, 144, 168, 240, 336, 504, 672]
/** How much better or worse a weekday is; Sunday first. */
const WEEKDAYS = [0.86, 0.97, 1.04, 1.12, 1.1, 1.0, 0.82]
/** How many days of followers. */
const FOLLOWED = 120

/** Counts of what went out, as they grew, and the followers of the channels day by day. */
export function plantFigures(scene: Scene): void {
  const answers = Map.groupBy(scene.rows.practiceEntry, (entry) => entry.parentId ?? '')
  for (const sent of scene.sent) {
    const counts = plantPostFigures(scene, sent, answers.get(sent.entryId)?.length ?? 0)
    const entry = scene.rows.practiceEntry.find((one) => one.id === sent.entryId)
    if (entry) entry.crowd = counts
  }
  for (const [key, channel] of scene.channels) plantFollowers(scene, key, channel.id)
  scene.rows.snapshot = withGains(scene.rows.snapshot)
  // The first count of followers is where we came in, not a day's gain.
  const first = scene.rows.snapshot.filter((row) => row.subject === 'channel').slice(0, scene.channels.size)
  for (const row of first) row.gain = 0
}

/** Writes the snapshots of one post and gives its counts now, those of answers that are there left out. */
function plantPostFigures(scene: Scene, sent: SentPost, answered: number): Record<string, number> {
  const random = seeded(sent.post.key + sent.channel)
  const day = WEEKDAYS[new Date(sent.at).getUTCDay()] ?? 1
  const age = Math.max(0, (scene.now - sent.at) / DAY)
  // The audience has grown, so older posts were seen by fewer.
  const audience = FOLLOWERS[sent.channel] * (1 - age * 0.0016)
  const luck = Math.exp(random.between(-0.55, 0.75))
  const picture = sent.post.labels.includes('product') ? 1.12 : 1
  const impressions = audience * 0.34 * day * luck * picture
  const rates = {
    impressions: 1,
    reach: random.between(0.72, 0.84),
    likes: random.between(0.022, 0.052),
    comments: random.between(0.0016, 0.0052),
    shares: random.between(0.002, 0.008),
    clicks: /https?:/.test(sent.post.text) ? random.between(0.012, 0.03) : random.between(0.001, 0.004),
  }
  const at = (hours: number): Record<string, number> => {
    const seen = impressions * (0.9 * (1 - Math.exp(-hours / 19)) + 0.1 * (1 - Math.exp(-hours / 260)))
    const counts = Object.fromEntries(
      Object.entries(rates).map(([metric, rate]) => [metric, Math.round(seen * rate)]),
    )
    return { ...counts, comments: (counts.comments ?? 0) + answered }
  }
  const hours = TAKEN.filter((hour) => sent.at + hour * HOUR <= scene.now)
  const until = Math.min((scene.now - sent.at) / HOUR, TAKEN.at(-1) ?? 0)
  if (until > (hours.at(-1) ?? 0) + 0.2) hours.push(until)
  for (const hour of hours)
    for (const [metric, value] of Object.entries(at(hour)))
      add(scene, sent.channel, {
        subject: 'delivery',
        subjectId: sent.deliveryId,
        metric,
        value,
        at: Math.floor(sent.at + hour * HOUR),
      })
  const counts = at(until)
  return { ...counts, comments: (counts.comments ?? 0) - answered }
}

function plantFollowers(scene: Scene, key: ChannelKey, channelId: string): void {
  const random = seeded(`followers ${key}`)
  let value: number = FOLLOWERS[key]
  for (let day = 0; day < FOLLOWED; day++) {
    const at = Math.floor((scene.now - day * DAY) / HOUR) * HOUR
    add(scene, key, {
      subject: 'channel',
      subjectId: channelId,
      metric: 'followers',
      value: Math.round(value),
      at,
    })
    const weekday = WEEKDAYS[new Date(at).getUTCDay()] ?? 1
    value -= FOLLOWERS[key] * 0.0015 * weekday * random.between(0.1, 2)
  }
}

function add(
  scene: Scene,
  key: ChannelKey,
  row: { subject: 'delivery' | 'channel'; subjectId: string; metric: string; value: number; at: number },
): void {
  const channelId = scene.channels.get(key)?.id ?? ''
  scene.rows.snapshot.push({ id: newId(), workspaceId: scene.ctx.workspaceId, channelId, gain: 0, ...row })
}
