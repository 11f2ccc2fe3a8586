import type { NetworkDraft } from '../network/draft.rules.ts'
import type { Content } from '../version/content.rules.ts'

/** A line of three dashes and nothing else parts a text into a thread. */
const PARTING = /\n[ \t]*---[ \t]*\n/

/** The parts a text goes out in. Where a network has no threads the partings become empty lines. */
export function partsOf(text: string, mostParts: number): string[] {
  const parts = `\n${text}\n`.split(PARTING).map((part) => part.trim())
  const filled = parts.filter((part) => part !== '')
  if (filled.length < 2) return [filled[0] ?? '']
  return mostParts > 1 ? filled : [filled.join('\n\n')]
}

/** What of a picture a network must know; the asset's own facts. */
export type MediaFacts = { mime: string; size: number; width: number; height: number }

/** A version as a network is handed it: pictures go with the first part. Media without facts are left out. */
export function networkDraftOf(
  content: Content,
  { title, mostParts, facts }: { title?: string; mostParts: number; facts: ReadonlyMap<string, MediaFacts> },
): NetworkDraft {
  const media = content.media.flatMap(({ assetId, alt }) => {
    const known = facts.get(assetId)
    if (!known) return []
    const { mime, size, width, height } = known
    return [{ id: assetId, mime, bytes: size, width, height, alt }]
  })
  return {
    ...(title && { title }),
    parts: partsOf(content.text, mostParts).map((text, index) => ({ text, media: index === 0 ? media : [] })),
  }
}
