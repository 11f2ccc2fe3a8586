import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { decision, postEdit, type variant, version } from '#db/schema.ts'
import { type Known, readPeople, whoMay } from '../member/people.reads.ts'
import type { LoadedPost, LoadedVariant } from '../post/post-with-variants.ts'
import { readVersion } from '../version/take-version.ts'
import { evaluate, type Question } from './approval.rules.ts'
import { type Person, readFlow } from './flow.rules.ts'

type DecisionRow = typeof decision.$inferSelect
type EditRow = typeof postEdit.$inferSelect
type Named = Pick<typeof version.$inferSelect, 'variantId' | 'hash' | 'authorIds'>

/** Those who may decide in a team, as flows name them: by role, and by the permission itself. */
export async function peopleFor(db: Db, workspaceId: string, teamId: string): Promise<Person[]> {
  return asked(await readPeople(db, workspaceId), teamId)
}

const asked = (people: Known[], teamId: string): Person[] =>
  whoMay(people, 'post:decide', teamId).map(({ id, role, teamIds, teamRoles }) => {
    const here = teamRoles[teamId]
    return { id, roles: ['post:decide', role, ...(here ? [here] : [])], teamIds }
  })

/**
 * All that decides whether one kept version of a variant is approved: the channel's flow, the decisions, the authors
 * of that very version, and the people. `evaluate`, `mayDecide` and `approvedToSend` answer it.
 */
export async function approvalQuestion(
  db: Db,
  one: Pick<typeof variant.$inferSelect, 'id' | 'workspaceId' | 'submittedBy'>,
  place: { teamId: string; flow: unknown },
  hash: string,
): Promise<Question> {
  const flow = readFlow(place.flow)
  const decisions = await db
    .select()
    .from(decision)
    .where(and(eq(decision.workspaceId, one.workspaceId), eq(decision.variantId, one.id)))
  const kept = await readVersion(db, one.workspaceId, one.id, hash)
  return {
    flow,
    decisions,
    currentHash: hash,
    authorIds: adding(kept?.authorIds ?? [], one.submittedBy),
    people: flow.mode === 'none' ? [] : await peopleFor(db, one.workspaceId, place.teamId),
  }
}

/** What approval has to answer for each variant of a post, about the content it has now. Four queries. */
export async function questionsFor(
  db: Db,
  workspaceId: string,
  loaded: LoadedPost,
): Promise<Map<string, Question>> {
  const variantIds = loaded.variants.map((one) => one.row.id)
  if (!variantIds.length) return new Map()
  const postId = loaded.row.id
  const decisions = await db
    .select()
    .from(decision)
    .where(and(eq(decision.workspaceId, workspaceId), eq(decision.postId, postId)))
  const versions = await db
    .select({ variantId: version.variantId, hash: version.hash, authorIds: version.authorIds })
    .from(version)
    .where(and(eq(version.workspaceId, workspaceId), inArray(version.variantId, variantIds)))
  const edits = await db
    .select()
    .from(postEdit)
    .where(and(eq(postEdit.workspaceId, workspaceId), eq(postEdit.postId, postId)))
  const people = await peopleFor(db, workspaceId, loaded.row.teamId)
  return new Map(
    loaded.variants.map((one) => {
      const own = decisions.filter((row) => row.variantId === one.row.id)
      const named = versions.filter((row) => row.variantId === one.row.id)
      return [one.row.id, questionOf(loaded, one, own, named, edits, people)]
    }),
  )
}

function questionOf(
  loaded: LoadedPost,
  one: LoadedVariant,
  decisions: DecisionRow[],
  versions: Named[],
  edits: EditRow[],
  people: Person[],
): Question {
  const about = (hash: string, authorIds: string[]): Question => ({
    flow: one.channel.flow,
    decisions,
    currentHash: hash,
    authorIds,
    people,
  })
  const decided = new Set(decisions.map((row) => row.versionHash))
  // Who wrote a version does not change once somebody has decided on it: returning to it returns to its decisions.
  const frozen = versions.find((row) => row.hash === one.hash && decided.has(row.hash))
  if (frozen) return about(one.hash, adding(frozen.authorIds, one.row.submittedBy))
  const approvedAt = versions
    .filter((row) => decided.has(row.hash) && evaluate(about(row.hash, row.authorIds)).state === 'approved')
    .flatMap((row) => decisions.filter((it) => it.versionHash === row.hash).map((it) => it.at))
  const since = approvedAt.length ? Math.max(...approvedAt) : null
  return about(one.hash, adding(writersSince(loaded, one, edits, since), one.row.submittedBy))
}

/** Everybody who wrote what a variant says now since an instant (epoch ms); null: since the beginning. */
function writersSince(
  loaded: LoadedPost,
  { row }: LoadedVariant,
  edits: EditRow[],
  since: number | null,
): string[] {
  const inherits = row.text === null || row.media === null
  const ids = edits
    .filter((edit) => edit.at >= (since ?? 0))
    .filter((edit) => edit.variantId === row.id || (edit.variantId === null && inherits))
    .map((edit) => edit.memberId)
  return since === null ? adding(ids, loaded.row.createdBy) : ids
}

/** The question once this member, too, counts among those whose version it is. */
export const withAuthor = (question: Question, memberId: string | null): Question => ({
  ...question,
  authorIds: adding(question.authorIds, memberId),
})

const adding = (ids: readonly string[], more: string | null): string[] => [
  ...new Set(more ? [...ids, more] : ids),
]
