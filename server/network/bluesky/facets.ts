import type { Agent, AppBskyRichtextFacet } from '@atproto/api'
import { countBytes } from '../measure.rules.ts'
import { textRanges } from '../text-range.rules.ts'

/**
 * The links, mentions and hashtags of a text as facets, whose offsets are UTF-8 bytes. A mention nobody answers to
 * stays plain text.
 */
export async function facetsOf(text: string, agent: Agent): Promise<AppBskyRichtextFacet.Main[]> {
  const facets: AppBskyRichtextFacet.Main[] = []
  for (const { kind, start, end, value } of textRanges(text)) {
    const feature =
      kind === 'mention' ? await mention(value, agent) : kind === 'link' ? link(value) : tag(value)
    if (!feature) continue
    const byteStart = countBytes(text.slice(0, start))
    const byteEnd = byteStart + countBytes(text.slice(start, end))
    facets.push({ index: { byteStart, byteEnd }, features: [feature] })
  }
  return facets
}

const link = (uri: string) => ({
  $type: 'app.bsky.richtext.facet#link' as const,
  uri: uri as `https://${string}`,
})
const tag = (name: string) => ({ $type: 'app.bsky.richtext.facet#tag' as const, tag: name })

async function mention(handle: string, agent: Agent) {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(handle)) return null
  try {
    const { data } = await agent.resolveHandle({ handle: handle as `${string}.${string}` })
    return { $type: 'app.bsky.richtext.facet#mention' as const, did: data.did }
  } catch (error) {
    if ((error as { status?: number }).status === 400) return null
    throw error
  }
}
