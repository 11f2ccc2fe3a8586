import { and, asc, eq } from 'drizzle-orm'
import { practiceEntry } from '#db/schema.ts'
import { channelRow } from '#server/channel/channel.reads.ts'
import { channelIo } from '#server/channel/channel-io.ts'
import { connectChannel } from '#server/channel/connect-channel.ts'
import { practiceLikeVerb } from '#server/network/practice/like-practice.ts'
import { practiceMessage, practicePost, practiceReply } from '#server/network/practice/play-practice.ts'
import { readPractice } from '#server/network/practice/practice.reads.ts'
import { practice } from '#server/network/practice/practice.ts'
import { testCore } from '../support/core.ts'
import type { Subject } from './subject.ts'

/** The built-in network is its own fake: the audience is played by the verbs that members use. */
export async function practiceSubject(): Promise<Subject> {
  const core = await testCore()
  const { owner, teamId } = await core.workspace()
  const fields = { name: 'Our brand', handle: 'our_brand' }
  const wanted = { network: 'practice' as const, teamId, fields, approval: 'none' as const }
  const { id: channelId } = await connectChannel(owner, wanted)
  const io = channelIo(core.app, await channelRow(owner, channelId))
  const { audience } = await readPractice(owner, channelId)
  const personaId = audience[0]?.id ?? ''
  const base = { channelId, personaId }
  return {
    connector: practice,
    io,
    async posts() {
      const rows = await core.app.store.read
        .select()
        .from(practiceEntry)
        .where(
          and(
            eq(practiceEntry.workspaceId, owner.workspaceId),
            eq(practiceEntry.authorId, io.account.remoteId),
          ),
        )
        .orderBy(asc(practiceEntry.n))
      return rows.map(({ id, text, parentId, media }) => ({ id, text, parentId, images: media.length }))
    },
    audience: {
      reply: async (to, text) => void (await practiceReply(owner, { ...base, text, entryId: to.remoteId })),
      mention: async (text) => void (await practicePost(owner, { ...base, text })),
      like: async (to) =>
        void (await practiceLikeVerb(owner, { ...base, entryId: to.remoteId, liked: true })),
      message: async (text) => void (await practiceMessage(owner, { ...base, text })),
    },
    // Everything happens in our own database: there is no way in between that could fail.
    fail: () => {},
    meets: () => false,
    expire: () => {},
    revoke: () => {},
    stop: () => core.drop(),
  }
}
