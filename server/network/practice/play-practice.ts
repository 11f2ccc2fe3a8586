import { z } from 'zod'
import { newId } from '#db/id.ts'
import { practiceAccount } from '#db/schema.ts'
import { pollSoon } from '../../channel/poll-channel.job.ts'
import type { Ctx } from '../../core/ctx.ts'
import { emit, type Tx, transact } from '../../core/transact.ts'
import { verb } from '../../core/verb.ts'
import { nameText } from '../../platform/clean-input.rules.ts'
import { Problem } from '../../platform/problem.ts'
import { addEntries, type Entry, type NewEntry } from './entry.ts'
import { checkWords, entryOf, type Page, pageOf, personaOf } from './practice-page.ts'

/** `key` is made by the client, so that a retry never says it twice. */
const spoken = z.object({
  channelId: z.string(),
  personaId: z.string(),
  text: z.string().trim().min(1).max(5_000),
  key: z.uuid().optional(),
})

async function say(
  ctx: Ctx,
  input: z.output<typeof spoken>,
  as: (tx: Tx, page: Page) => Promise<Pick<NewEntry, 'kind' | 'threadId' | 'parentId'>>,
): Promise<{ id: string | null }> {
  const page = await pageOf(ctx, input.channelId)
  checkWords(input.text)
  return transact(ctx, async (tx) => {
    const persona = await personaOf(tx, input.personaId)
    const entry = {
      ...(await as(tx, page)),
      authorId: persona.id,
      text: input.text,
      language: persona.language,
      key: input.key ?? newId(),
    }
    const [added]: (Entry | undefined)[] = await addEntries(tx, page.pageId, [entry])
    await pollSoon(tx, page.channelId)
    return { id: added?.id ?? null }
  })
}

/** Somebody of the audience says something about the channel, in public. */
export const practicePost = verb({
  name: 'practice.post',
  permission: 'practice:play',
  input: spoken,
  run: (ctx, input) => say(ctx, input, async () => ({ kind: 'mention' })),
})

/** Somebody answers an entry of the page. */
export const practiceReply = verb({
  name: 'practice.reply',
  permission: 'practice:play',
  input: spoken.extend({ entryId: z.string() }),
  run: (ctx, input) =>
    say(ctx, input, async (tx, page) => {
      const entry = await entryOf(tx, page, input.entryId)
      if (entry.kind === 'direct') throw new Problem('request.notFound', { status: 404, field: 'entryId' })
      return { kind: 'reply', threadId: entry.threadId, parentId: entry.id }
    }),
})

/** Somebody writes to the channel directly. */
export const practiceMessage = verb({
  name: 'practice.message',
  permission: 'practice:play',
  input: spoken,
  run: (ctx, input) => say(ctx, input, async () => ({ kind: 'direct', threadId: input.personaId })),
})

/** Adds somebody to the audience. */
export const addPersona = verb({
  name: 'practice.addPersona',
  permission: 'practice:play',
  input: z.object({
    name: nameText().min(1).max(60),
    handle: z.string().regex(/^[a-z0-9_.-]{1,40}$/i),
    language: z.string().min(2).max(12),
  }),
  async run(ctx, input) {
    const id = newId()
    return transact(ctx, async (tx) => {
      const row = { ...input, id, workspaceId: ctx.workspaceId, kind: 'persona' as const, createdAt: tx.now }
      const added = await tx.db.insert(practiceAccount).values(row).onConflictDoNothing().returning()
      if (!added.length) throw new Problem('practice.handleTaken', { status: 409, field: 'handle' })
      const audience = { permission: 'channel:read' as const }
      emit(tx, 'practice.personaAdded', { personaId: id }, { subjectId: id, audience })
      return { id }
    })
  },
})
