import { newId } from '#db/id.ts'
import { type Central, centralOf } from '../../bond/bond.rules.ts'
import type { BondField } from '../../bond/names.rules.ts'
import { DAY, happened, personOf, type Scene } from './demo-scene.ts'

interface Pair {
  parent: string
  child: string
  locked?: BondField[]
  /** What HQ said when the region last answered, where it has said something else since. */
  before?: [from: string, to: string]
}

/** Regions' posts that came from HQ's of the refill campaign: sent, adapted, waiting for an answer, partly locked. */
const PAIRS: readonly Pair[] = [
  { parent: 'refill-start', child: 'de-dose-neukoelln' },
  { parent: 'refill-questions', child: 'de-dose-hygiene' },
  { parent: 'refill-shops-map', child: 'es-refill-valencia', before: ['23', '21'] },
  { parent: 'refill-shops-map', child: 'kr-refill-plan', locked: ['labels'] },
]

const BRIEF = `Every tin that comes back is one we do not make. We want two thousand of them by the end of the campaign, and fewer questions at the counter.

Say first how it works, then what it saves. Never call a customer wasteful, and never promise a shop that has no scale yet.

Regions choose their own words and shops. The oldest-tin contest is HQ's: please do not start a second one.`

/** An HQ campaign with a brief and a budget, published to its regions. */
export function plantBonds(scene: Scene): void {
  const { rows, ctx, now } = scene
  const { workspaceId } = ctx
  const campaignId = scene.campaigns.get('refill')
  const campaign = rows.campaign.find((one) => one.id === campaignId)
  if (!campaign || !campaignId) throw new Error('the demo has no refill campaign')
  Object.assign(campaign, { brief: BRIEF, briefRevision: 1, budget: 1_850_000, currency: 'GBP' })
  const at = now - 6 * DAY
  for (const { parent, child, locked = [], before } of PAIRS) {
    const [hq, own] = [postOf(scene, parent), postOf(scene, child)]
    // What is locked says what HQ says.
    if (locked.includes('labels')) own.labels = hq.labels
    const central: Central = centralOf(
      { ...hq, sendLocal: hq.sendLocal ?? null, sendZone: hq.sendZone ?? null },
      rows.variant
        .filter((one) => one.postId === hq.id)
        .map((one) => ({
          ...{ network: 'practice', text: one.text ?? null, media: one.media ?? null },
          ...{ sendLocal: one.sendLocal ?? null, sendZone: one.sendZone ?? null },
        })),
    )
    const text = before ? central.text.common.replace(...before) : central.text.common
    rows.bond.push({
      id: newId(),
      workspaceId,
      campaignId,
      parentId: hq.id,
      childId: own.id,
      teamId: own.teamId,
      zone: own.sendZone ?? null,
      locked,
      base: { ...central, text: { ...central.text, common: text } },
      declined: [],
      told: before ? ['text'] : [],
      createdAt: at,
    })
  }
  const regions = [...scene.teams.values()].filter(({ kind }) => kind === 'region')
  for (const { id, name } of regions) {
    const posts = rows.bond.filter((one) => one.teamId === id).length
    if (!posts) continue
    const told = { id: campaignId, name: campaign.name, teamId: id, team: name, posts }
    happened(
      scene,
      {
        at,
        by: personOf(scene, 'tunde'),
        type: 'campaign.published',
        subjectId: campaignId,
        audience: { permission: 'campaign:read' },
      },
      told,
    )
  }
}

function postOf(scene: Scene, key: string) {
  const id = scene.posts.get(key)?.id
  const row = scene.rows.post.find((one) => one.id === id)
  if (!row) throw new Error(`the demo names ${key}, which is not there`)
  return row
}
