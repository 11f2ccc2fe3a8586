import { z } from 'zod'
import { metricName } from '../metric/metric.rules.ts'

/** Names of the twelve hues people, labels and campaigns are drawn in; the colours themselves are in the styles. */
export const HUES = [
  'red',
  'orange',
  'amber',
  'lime',
  'green',
  'teal',
  'cyan',
  'sky',
  'blue',
  'violet',
  'pink',
  'rose',
] as const
export const hue = z.enum(HUES)
export type Hue = (typeof HUES)[number]

/** A local day, `YYYY-MM-DD`. */
export const day = z.iso.date()

export const kpiTarget = z.object({ metric: metricName, target: z.number().positive().max(1e15) })
export type KpiTarget = z.infer<typeof kpiTarget>

export const campaignSettings = z
  .object({
    name: z.string().trim().min(1).max(120),
    goal: z.string().trim().max(2_000).default(''),
    colour: hue.default('violet'),
    /** First and last day, both included, in the owning team's zone; either may be open. */
    startDay: day.nullable().default(null),
    endDay: day.nullable().default(null),
    teamId: z.string().min(1),
    targets: z.array(kpiTarget).max(20).default([]),
  })
  .refine(({ startDay, endDay }) => !startDay || !endDay || startDay <= endDay, {
    path: ['endDay'],
    message: 'campaign.ends_before_start',
  })
  .refine(({ targets }) => new Set(targets.map(({ metric }) => metric)).size === targets.length, {
    path: ['targets'],
    message: 'campaign.target_double',
  })
export type CampaignSettings = z.infer<typeof campaignSettings>

/** Where a campaign stands on a day of its team. */
export function campaignPhase(
  { startDay, endDay }: Pick<CampaignSettings, 'startDay' | 'endDay'>,
  today: string,
): 'coming' | 'running' | 'over' {
  if (startDay && today < startDay) return 'coming'
  return endDay && today > endDay ? 'over' : 'running'
}

/** The campaign's name in links: letters and digits of any script, joined by hyphens. */
export const utmName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

export type CampaignRefusal = 'campaign.has_posts' | 'campaign.not_found'
