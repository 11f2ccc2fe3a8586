import { and, count, desc, eq, like } from 'drizzle-orm'
import { z } from 'zod'
import { practiceEntry } from '#db/schema.ts'
import { pollSoon } from '../../channel/poll-channel.job.ts'
import { systemCtx } from '../../core/system-ctx.ts'
import { emit, type Tx, transact } from '../../core/transact.ts'
import { job, RunAgain } from '../../job/job.ts'
import { addEntries, channelOfPage, type NewEntry } from './entry.ts'
import { ensureAudience } from './personas.ts'
import { storm, stormDue, stormMessage } from './storm.rules.ts'

// In one transaction: enough for any pace, short enough to let others write.
const SLICE = 40

export const stormPayload = storm.extend({
  stormId: z.string(),
  channelId: z.string(),
  pageId: z.string(),
  /** Epoch milliseconds. */
  startedAt: z.number(),
})
type Payload = z.output<typeof stormPayload>

/** Plays a storm in slices: what is due is said, and the job comes back for the rest. A crash repeats nothing. */
export const stormPractice = job({
  kind: 'practice.storm',
  payload: stormPayload,
  async run(payload, { app, workspaceId, stopping }) {
    if (!workspaceId) return
    const ctx = await systemCtx(app, workspaceId)
    for (;;) {
      const done = await transact(ctx, (tx) => slice(tx, payload))
      if (done >= payload.messages) return
      const next = payload.startedAt + stormMessage(payload, done).offset
      if (stopping() || next > app.now()) throw new RunAgain(Math.max(next, app.now() + 250))
    }
  },
})

async function slice(tx: Tx, payload: Payload): Promise<number> {
  const { workspaceId } = tx.ctx
  const { stormId, pageId, channelId } = payload
  const own = and(
    eq(practiceEntry.workspaceId, workspaceId),
    eq(practiceEntry.pageId, pageId),
    like(practiceEntry.key, `storm:${stormId}:%`),
  )
  const [said] = await tx.db.select({ value: count() }).from(practiceEntry).where(own)
  const from = said?.value ?? 0
  // The channel is gone: the storm is over.
  const place = await channelOfPage(tx, pageId)
  if (!place) return payload.messages
  const to = Math.min(stormDue(payload, tx.now - payload.startedAt), from + SLICE)
  if (to <= from) return from
  const people = await ensureAudience(tx)
  const [post] = await tx.db
    .select()
    .from(practiceEntry)
    .where(
      and(
        eq(practiceEntry.workspaceId, workspaceId),
        eq(practiceEntry.pageId, pageId),
        eq(practiceEntry.kind, 'post'),
      ),
    )
    .orderBy(desc(practiceEntry.n))
    .limit(1)
  const byKind = new Map<string, NewEntry[]>()
  for (let index = from; index < to; index++) {
    const message = stormMessage(payload, index)
    const speakers = people.filter(({ language }) => language === message.language)
    const speaker = speakers[message.speaker % speakers.length]
    if (!speaker) continue
    const kind = message.kind === 'reply' && !post ? 'mention' : message.kind
    const entry: NewEntry = {
      authorId: speaker.id,
      kind,
      text: message.text,
      language: message.language,
      key: `storm:${stormId}:${index}`,
      ...(kind === 'reply' && { threadId: post?.threadId, parentId: post?.id }),
      ...(kind === 'direct' && { threadId: speaker.id }),
    }
    byKind.set(kind, [...(byKind.get(kind) ?? []), entry])
  }
  for (const entries of byKind.values()) await addEntries(tx, pageId, entries)
  if (to === payload.messages) {
    const audience = { permission: 'channel:read' as const, teamId: place.teamId }
    emit(tx, 'practice.stormStopped', { channelId }, { subjectId: channelId, audience })
  }
  await pollSoon(tx, channelId)
  return to
}
