import { and, inArray } from 'drizzle-orm'
import { practiceEntry } from '#db/schema.ts'
import type { Io, Prepared, Sent, Standing } from '../connector.ts'
import { draftIssues } from '../draft.rules.ts'
import { NetworkProblem } from '../network-problem.ts'
import { addEntries, type Entry, ensurePage } from './entry.ts'
import { houseOf, inHouse, onPage } from './practice-house.ts'

const sentAs = ({ id, threadId }: Pick<Entry, 'id' | 'threadId'>): Sent => ({
  remoteId: id,
  url: null,
  ref: { entryId: id, threadId },
})

/** Puts one part on the channel's page under its stored key; the same key again is the same entry. */
export async function publish(
  prepared: Prepared,
  part: number,
  sent: readonly Sent[],
  io: Io,
): Promise<Sent> {
  const content = prepared.draft.parts[part]
  const minted = prepared.parts[part]
  if (!content || !minted) throw new NetworkProblem('rejected', 'there is no such part')
  const issue = draftIssues('practice', { parts: [content] }).find(({ level }) => level === 'error')
  if (issue) throw new NetworkProblem('rejected', issue.code)
  const before = sent[part - 1]?.ref
  if (part > 0 && !before) throw new NetworkProblem('rejected', 'an earlier part has not been sent')
  const target = prepared.replyTo
  const under = before ? { threadId: before.threadId, parentId: before.entryId } : target
  const [added] = await inHouse(io, async (tx) => {
    await ensurePage(tx, { ...io.account, name: io.account.options.name ?? io.account.handle })
    return addEntries(tx, io.account.remoteId, [
      {
        authorId: io.account.remoteId,
        kind: target?.kind === 'direct' ? 'direct' : under ? 'reply' : 'post',
        text: content.text,
        media: content.media.map(({ id, mime, alt }) => ({ id, mime, alt })),
        key: minted.key,
        threadId: under?.threadId,
        parentId: under?.parentId,
        language: prepared.draft.language,
      },
    ])
  })
  if (added) return sentAs(added)
  const [there] = await reconcile({ ...prepared, parts: [minted] }, io)
  if (there?.state === 'sent') return there.sent
  throw new NetworkProblem('transient', 'the entry is not there')
}

/** Our own tables always know. */
export async function reconcile(prepared: Prepared, io: Io): Promise<Standing[]> {
  const keys = prepared.parts.map(({ key }) => key)
  const rows = await houseOf(io)
    .store.read.select()
    .from(practiceEntry)
    .where(and(onPage(io), inArray(practiceEntry.key, keys)))
  return keys.map((key) => {
    const row = rows.find((entry) => entry.key === key)
    return row ? { state: 'sent', sent: sentAs(row) } : { state: 'absent' }
  })
}
