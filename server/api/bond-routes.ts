import { z } from 'zod'
import { declineChange, takeChange } from '../bond/answer-change.ts'
import { type FieldView, readBond } from '../bond/bond.reads.ts'
import { bondField } from '../bond/bond.rules.ts'
import { readDrift } from '../bond/drift.reads.ts'
import { lockFields } from '../bond/lock-fields.ts'
import { BOND_FIELDS, DRIFTS } from '../bond/names.rules.ts'
import { publishCampaign, publishCampaignInput } from '../bond/publish-campaign.ts'
import type { Ctx } from '../core/ctx.ts'
import { STAGES } from '../post/stage.rules.ts'
import { byId, named } from './named.ts'
import { act, type Route, read } from './route.ts'

const pieces = z
  .array(
    z.object({
      network: z.string().nullable(),
      text: z.string(),
      assetIds: z.array(z.string()).optional().describe('The pictures; `text` has their alternative texts'),
    }),
  )
  .describe('In words: what all channels have, and by network what is said there instead')

const fieldShape = z.object({
  field: bondField,
  state: z
    .enum(['inherited', 'adapted', 'locked'])
    .describe('As HQ has it, with something of its own, or for HQ alone to change'),
  waiting: z.boolean().describe('HQ has changed it since; the region has not answered'),
  declined: z.boolean().describe("The region declined HQ's last change"),
  difference: z
    .object({ before: pieces, after: pieces, yours: pieces })
    .nullable()
    .describe("HQ's change and what the region has, while it waits"),
})

const BOND = named(
  'Bond',
  z.object({
    parent: z
      .object({
        id: z.string().nullable().describe("Null when one may not read HQ's posts"),
        title: z.string(),
        gone: z.boolean().describe('HQ has taken its post off the board'),
      })
      .nullable()
      .describe('The HQ post this one came from'),
    out: z.boolean().describe("It has gone out or is going out: HQ's changes come too late"),
    fields: z.array(fieldShape),
    seen: z
      .record(z.string(), z.string())
      .describe('What to name as `seen` in an answer: by field, and under all that wait (`title,text`)'),
    children: z
      .array(z.object({ id: z.string(), teamId: z.string(), stage: z.enum(STAGES) }))
      .describe('Posts that regions have of this one, of those one may read'),
  }),
)

const fieldOf = ({ field, locked, adapted, waiting, declined, before, after, yours }: FieldView) => ({
  field,
  state: locked ? ('locked' as const) : adapted ? ('adapted' as const) : ('inherited' as const),
  waiting,
  declined,
  difference: waiting ? { before, after, yours } : null,
})

async function showBond(ctx: Ctx, postId: string) {
  const { parent, children } = await readBond(ctx, postId)
  return {
    parent: parent && { id: parent.id || null, title: parent.title, gone: parent.gone },
    out: parent?.out ?? false,
    fields: parent?.fields.map(fieldOf) ?? [],
    seen: parent?.seen ?? {},
    children,
  }
}

const one = read({
  path: '/posts/{id}/bond',
  name: 'getBond',
  summary: 'How a post hangs together with the HQ post it came from, or with those of the regions',
  scope: 'post:read',
  params: byId,
  output: BOND,
  run: (ctx, { params }) => showBond(ctx, params.id),
})

const take = act({
  method: 'post',
  path: '/posts/{id}/bond/take',
  name: 'takeChange',
  summary: "Takes HQ's content of some fields into a region's post, as an ordinary edit",
  scope: 'post:write',
  params: byId,
  body: takeChange.input.omit({ id: true }).strict(),
  output: BOND,
  run: (ctx, { params, body }) => takeChange(ctx, { ...body, id: params.id }),
  show: (_, ctx, { id }) => showBond(ctx, id),
})

const decline = act({
  method: 'post',
  path: '/posts/{id}/bond/decline',
  name: 'declineChange',
  summary: "Leaves a region's post as it is: HQ's change waits no longer",
  scope: 'post:write',
  params: byId,
  body: declineChange.input.omit({ id: true }).strict(),
  output: BOND,
  run: (ctx, { params, body }) => declineChange(ctx, { ...body, id: params.id }),
  show: (_, ctx, { id }) => showBond(ctx, id),
})

const REGIONS = named(
  'CampaignRegions',
  z.object({
    published: z.boolean(),
    regions: z.array(z.object({ id: z.string(), name: z.string() })).describe('Teams one may see'),
    posts: z.array(
      z.object({
        id: z.string().nullable().describe("Null when one may not read HQ's posts"),
        title: z.string(),
        regions: z.array(
          z.object({
            teamId: z.string(),
            state: z.enum(DRIFTS),
            behind: z.int().describe('Fields HQ has changed that the region does not have'),
            stage: z.enum(STAGES).nullable(),
            postId: z.string().nullable().describe("The region's post, when one may read it"),
          }),
        ),
      }),
    ),
  }),
)

async function showRegions(ctx: Ctx, campaignId: string) {
  const { published, regions, rows } = await readDrift(ctx, campaignId)
  return {
    published,
    regions,
    posts: rows.map(({ parentId, title, cells }) => ({
      id: parentId,
      title,
      regions: Object.entries(cells).map(([teamId, { drift, behind, stage, childId }]) => ({
        ...{ teamId, state: drift, behind, stage, postId: childId },
      })),
    })),
  }
}

const regions = read({
  path: '/campaigns/{id}/regions',
  name: 'getCampaignRegions',
  summary: 'Which region runs what of an HQ campaign',
  scope: 'campaign:read',
  params: byId,
  output: REGIONS,
  run: (ctx, { params }) => showRegions(ctx, params.id),
})

const publish = act({
  method: 'post',
  path: '/campaigns/{id}/publish',
  name: 'publishCampaign',
  summary: 'Gives regions their own drafts of an HQ campaign; what a region has is never made again',
  scope: 'campaign:publish',
  params: byId,
  body: publishCampaignInput.omit({ id: true }).strict(),
  output: REGIONS,
  run: (ctx, { params, body }) => publishCampaign(ctx, { ...body, id: params.id }),
  show: (_, ctx, __, { params }) => showRegions(ctx, params.id),
})

const lock = act({
  method: 'post',
  path: '/campaigns/{id}/lock',
  name: 'lockFields',
  summary: `Says which of ${BOND_FIELDS.join(', ')} only HQ changes in what regions have of a campaign; others are theirs`,
  scope: 'campaign:publish',
  params: byId,
  body: lockFields.input.omit({ id: true }).strict(),
  output: REGIONS,
  run: (ctx, { params, body }) => lockFields(ctx, { ...body, id: params.id }),
  show: (_, ctx, { id }) => showRegions(ctx, id),
})

export const bondRoutes: Route[] = [one, take, decline, regions, publish, lock]
