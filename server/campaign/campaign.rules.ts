import { z } from 'zod'
import { metricName } from '../metric/metric.rules.ts'
import { nameText } from '../platform/clean-input.rules.ts'
import { money } from './money.rules.ts'

/** Longest brief, in UTF-16 units. */
export const MAX_BRIEF = 20_000

/** One of twelve hues of equal lightness, in which people and campaigns are marked; the styles know the colours. */
export const hue = z.int().min(0).max(11)

/** A local day, `YYYY-MM-DD`. */
export const day = z.iso.date()

export const kpiTarget = z.object({ metric: metricName, value: z.number().positive().max(1e15) })
export type KpiTarget = z.infer<typeof kpiTarget>

export const campaignSettings = z
  .object({
    name: nameText().min(1).max(120),
    goal: z.string().trim().max(2_000).default(''),
    hue: hue.default(8),
    /** First and last day, both included, in the owning team's zone; either may be open. */
    startsOn: day.nullable().default(null),
    endsOn: day.nullable().default(null),
    teamId: z.string().min(1),
    targets: z.array(kpiTarget).max(20).default([]),
    /** Null: none. Not named, it stays as it is. */
    budget: money.nullable().optional(),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'campaign.endsBeforeStart',
  })
  .refine(({ targets }) => new Set(targets.map(({ metric }) => metric)).size === targets.length, {
    path: ['targets'],
    message: 'campaign.targetDouble',
  })
export type CampaignSettings = z.infer<typeof campaignSettings>

/** A budget as its columns; nothing when it was not named. */
export const budgetColumns = (budget: CampaignSettings['budget']) =>
  budget === undefined ? {} : { budget: budget?.amount ?? null, currency: budget?.currency ?? null }

export type CampaignPhase = 'coming' | 'running' | 'over'

/** Where a campaign stands on a day of its team. */
export function campaignPhase(
  { startsOn, endsOn }: Pick<CampaignSettings, 'startsOn' | 'endsOn'>,
  today: string,
): CampaignPhase {
  if (startsOn && today < startsOn) return 'coming'
  return endsOn && today > endsOn ? 'over' : 'running'
}

/** The campaign's name in links: letters and digits of any script, joined by hyphens. */
export const utmName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

export type CampaignRefusal = 'campaign.hasPosts' | 'campaign.notFound'
