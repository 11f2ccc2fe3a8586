import { draftIssues, type Issue, type NetworkDraft } from '../draft.rules.ts'
import { LIMITS, type Limits } from '../limits.rules.ts'
import { countGraphemes } from '../measure.rules.ts'
import { textRanges } from '../text-range.rules.ts'

const TAG_GRAPHEMES = 64

/** What Bluesky would refuse, and mentions that will not become links because they lack their domain. */
export function blueskyIssues(draft: NetworkDraft, limits: Limits = LIMITS.bluesky): Issue[] {
  const own = draft.parts.flatMap(({ text }, part) =>
    textRanges(text).flatMap((range): Issue[] => {
      if (range.kind === 'hashtag' && countGraphemes(range.value) > TAG_GRAPHEMES) {
        return [{ code: 'hashtagTooLong', level: 'error', part, params: { limit: TAG_GRAPHEMES } }]
      }
      if (range.kind === 'mention' && (!range.value.includes('.') || range.value.includes('@'))) {
        return [{ code: 'mentionUnclear', level: 'warning', part, params: { mention: range.value } }]
      }
      return []
    }),
  )
  return [...draftIssues('bluesky', draft, limits), ...own]
}

/** Where people read a post. */
export function postUrl(uri: string): string | null {
  const match = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(uri)
  return match ? `https://bsky.app/profile/${match[1]}/post/${match[2]}` : null
}
