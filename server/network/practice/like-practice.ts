import { and, count, eq } from 'drizzle-orm'
import { z } from 'zod'
import { practiceLike } from '#db/schema.ts'
import { pollSoon } from '../../channel/poll-channel.job.ts'
import { emit, transact } from '../../core/transact.ts'
import { verb } from '../../core/verb.ts'
import { advance, touch } from './entry.ts'
import { entryOf, pageOf, personaOf } from './practice-page.ts'

/** Somebody of the audience likes an entry, or takes it back. Gives the likes it has now. */
export const practiceLikeVerb = verb({
  name: 'practice.like',
  permission: 'practice:play',
  input: z.object({
    channelId: z.string(),
    entryId: z.string(),
    personaId: z.string(),
    liked: z.boolean().default(true),
  }),
  async run(ctx, { channelId, entryId, personaId, liked }) {
    const page = await pageOf(ctx, channelId)
    const { workspaceId } = ctx
    return transact(ctx, async (tx) => {
      const entry = await entryOf(tx, page, entryId)
      const persona = await personaOf(tx, personaId)
      const own = and(
        eq(practiceLike.workspaceId, workspaceId),
        eq(practiceLike.entryId, entry.id),
        eq(practiceLike.accountId, persona.id),
      )
      const row = { workspaceId, entryId: entry.id, accountId: persona.id, at: tx.now }
      const changed = liked
        ? await tx.db.insert(practiceLike).values(row).onConflictDoNothing().returning()
        : await tx.db.delete(practiceLike).where(own).returning()
      const [total] = await tx.db
        .select({ value: count() })
        .from(practiceLike)
        .where(and(eq(practiceLike.workspaceId, workspaceId), eq(practiceLike.entryId, entry.id)))
      const likes = total?.value ?? 0
      if (changed.length) {
        await touch(tx, [entry.id], await advance(tx, page.pageId, 1))
        const audience = { permission: 'channel:read' as const, teamId: page.teamId }
        emit(tx, 'practice.liked', { channelId, entryId, likes }, { subjectId: channelId, audience })
        await pollSoon(tx, channelId)
      }
      return { likes }
    })
  },
})
