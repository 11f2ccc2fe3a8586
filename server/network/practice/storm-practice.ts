import { z } from 'zod'
import { newId } from '#db/id.ts'
import { emit, transact } from '../../core/transact.ts'
import { verb } from '../../core/verb.ts'
import { enqueue, withdraw } from '../../job/enqueue.ts'
import { Problem } from '../../platform/problem.ts'
import { pageOf } from './practice-page.ts'
import { stormJob } from './practice-storm.reads.ts'
import { storm } from './storm.rules.ts'
import { stormPractice } from './storm-practice.job.ts'

/** Lets a storm break over a practice channel. One at a time: another is refused until `practice.calm` or its end. */
export const practiceStorm = verb({
  name: 'practice.storm',
  permission: 'practice:play',
  input: storm.extend({ channelId: z.string() }),
  async run(ctx, { channelId, ...asked }) {
    const { pageId, teamId } = await pageOf(ctx, channelId)
    return transact(ctx, async (tx) => {
      const stormId = newId()
      if (await stormJob(tx.db, ctx.workspaceId, channelId))
        throw new Problem('practice.stormRunning', { status: 409 })
      const payload = { ...asked, stormId, channelId, pageId, startedAt: tx.now }
      await enqueue(tx, stormPractice, payload, { key: channelId })
      const audience = { permission: 'channel:read' as const, teamId }
      const { messages, seconds } = asked
      emit(tx, 'practice.stormStarted', { channelId, messages, seconds }, { subjectId: channelId, audience })
      return { stormId }
    })
  },
})

/** Ends the storm of a channel; what has been said stays. */
export const practiceCalm = verb({
  name: 'practice.calm',
  permission: 'practice:play',
  input: z.object({ channelId: z.string() }),
  async run(ctx, { channelId }) {
    const { teamId } = await pageOf(ctx, channelId)
    return transact(ctx, async (tx) => {
      await withdraw(tx, stormPractice, channelId)
      const audience = { permission: 'channel:read' as const, teamId }
      emit(tx, 'practice.stormStopped', { channelId }, { subjectId: channelId, audience })
      return {}
    })
  },
})
