import { eq } from 'drizzle-orm'
import { post } from '#db/schema.ts'
import { publishCampaign } from '#server/bond/publish-campaign.ts'
import { createCampaign } from '#server/campaign/create-campaign.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { parseInput } from '#server/core/verb.ts'
import { reschedulePost } from '#server/post/reschedule-post.ts'
import type { TestCore } from './core.ts'
import { makeChannel, makePost, rowOf } from './posts.ts'

/** June 2027, the days of the campaign in `centralPost`. */
export const JUNE = { startsOn: '2027-06-01', endsOn: '2027-06-30' }

/** HQ's post on 10 June 2027 at nine in Berlin, in a campaign, and (`publish`) Seoul's of it; Seoul has a manager. */
export async function centralPost(core: TestCore, { flow = 'none' as const, zone = 'Asia/Seoul' } = {}) {
  core.setNow(Date.parse('2027-05-20T08:00Z'))
  const { owner, teamId: hq } = await core.workspace()
  const seoul = await core.team(owner, 'Seoul', zone)
  const mina = await core.member(owner, 'manager', { name: 'Mina', narrowedTo: [seoul] })
  const here = await makeChannel(owner, hq)
  const there = await makeChannel(owner, seoul, flow)
  const input = parseInput(createCampaign.input, { name: 'Summer', teamId: hq, ...JUNE })
  const { id } = await createCampaign(owner, input)
  const more = { title: 'Teaser', text: 'Hello', stage: 'draft' as const, campaignId: id }
  const parent = await makePost(owner, hq, { ...more, channelIds: [here] })
  await retime(owner, parent.id, { local: '2027-06-10T09:00', zone: 'Europe/Berlin' })
  const publish = async (locked: string[] = []) => {
    await publishCampaign(owner, parseInput(publishCampaign.input, { id, teamIds: [seoul], locked }))
    const rows = await owner.store.read.select().from(post).where(eq(post.workspaceId, owner.workspaceId))
    const child = rows.find((row) => row.teamId === seoul)
    if (!child) throw new Error('no child')
    return child
  }
  return { owner, hq, seoul, mina, id, parent, here, there, publish }
}

/** Gives a post another send time, or (null) none. */
export async function retime(
  ctx: Ctx,
  id: string,
  to: { local: string; zone: string } | null,
): Promise<void> {
  const { sendLocal, sendZone } = await rowOf(ctx, id)
  await reschedulePost(ctx, { id, from: { sendLocal, sendZone }, to, confirmed: true })
}
