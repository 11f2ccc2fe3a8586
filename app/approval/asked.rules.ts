import type { VariantView } from '#server/post/draft.reads.ts'
import type { Stage } from '#server/post/stage.rules.ts'

type Decision = VariantView['approval']['decisions'][number]

/** What approvers asked for last, once each, as long as the post is with its writers. Newest first. */
export function askedFor(stage: Stage, variants: Pick<VariantView, 'approval'>[]): Decision[] {
  if (stage !== 'idea' && stage !== 'draft') return []
  const asked = new Map<string, Decision>()
  for (const { approval } of variants) {
    const last = approval.decisions[0]
    if (!last || last.kind === 'approve') continue
    const key = `${last.memberId} ${last.comment}`
    const same = asked.get(key)
    // As long as one channel says what it said then, it is still to be done.
    asked.set(key, { ...last, current: last.current || Boolean(same?.current) })
  }
  return [...asked.values()].sort((a, b) => b.at - a.at)
}
