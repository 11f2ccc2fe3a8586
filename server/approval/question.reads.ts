import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { decision, postEdit, version } from '#db/schema.ts'
import { type Known, readPeople, whoMay } from '../member/people.reads.ts'
import type { LoadedPost, LoadedVariant } from '../post/loaded-post.ts'
import { type Decision, evaluate, type Question } from './approval.rules.ts'
import type { Flow, Person } from './flow.rules.ts'

type DecisionRow = typeof decision.$inferSelect
type VersionRow = Pick<typeof version.$inferSelect, 'variantId' | 'hash' | 'authorIds'>
type EditRow = typeof postEdit.$inferSelect

/** A step that the flow no longer has keeps its decisions out of the count. */
const asDecision = (row: DecisionRow, flow: Flow): Decision => ({
  stepId: flow.steps[row.step]?.id ?? '',
  approverId: row.memberId,
  forId: null,
  kind: row.kind,
  hash: row.versionHash,
  at: row.at,
})

/** Those who may decide in the team, as flows name them: by role, and by the permission itself. */
function approvalPeople(people: Known[], teamId: string): Person[] {
  return whoMay(people, 'post:decide', teamId).map(({ id, role, teamIds }) => ({
    id,
    roles: [role, 'post:decide'],
    teamIds,
  }))
}

/**
 * What approval has to answer for each variant of a post, about the content it has now. The same question is asked
 * for the screen, for a decision and, inside the send, for what is about to go out.
 */
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
  const people = approvalPeople(await readPeople(db, workspaceId), loaded.row.teamId)
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
  rows: DecisionRow[],
  versions: VersionRow[],
  edits: EditRow[],
  people: Person[],
): Question {
  const { flow } = one.channel
  const decisions = rows.map((row) => asDecision(row, flow))
  const about = (hash: string, authorIds: string[]): Question => ({
    flow,
    decisions,
    currentHash: hash,
    authorIds,
    people,
  })
  const decided = new Set(rows.map((row) => row.versionHash))
  const frozen = versions.find((row) => row.hash === one.hash && decided.has(row.hash))
  // Who wrote a version does not change once somebody has decided on it: returning to it returns to its decisions.
  if (frozen) return about(one.hash, frozen.authorIds)
  const lastApproval = Math.max(
    Number.NEGATIVE_INFINITY,
    ...versions
      .filter(
        (row) => decided.has(row.hash) && evaluate(about(row.hash, row.authorIds)).state === 'approved',
      )
      .flatMap((row) => rows.filter((it) => it.versionHash === row.hash).map((it) => it.at)),
  )
  return about(one.hash, authorsSince(loaded, one, edits, lastApproval))
}

/** Everybody who wrote what a variant says now, since an instant (epoch ms), and who submitted it. */
function authorsSince(loaded: LoadedPost, one: LoadedVariant, edits: EditRow[], since: number): string[] {
  const inherits = one.row.text === null || one.row.media === null
  const ids = edits
    .filter((row) => row.at >= since && (row.variantId === one.row.id || (row.variantId === null && inherits)))
    .map((row) => row.memberId)
  if (since === Number.NEGATIVE_INFINITY && loaded.row.createdBy) ids.push(loaded.row.createdBy)
  if (one.row.submittedBy) ids.push(one.row.submittedBy)
  return [...new Set(ids)]
}
