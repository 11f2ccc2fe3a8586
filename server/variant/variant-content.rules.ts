import { type Content, contentHash, type MediaItem, resolveContent } from '../version/content.rules.ts'

/** A picture as posts and variants store it. Files never change under an id, so the version is always the first. */
export interface StoredMedia {
  assetId: string
  alt: string
}

export interface CommonContent {
  text: string
  media: StoredMedia[]
}
export interface OwnContent {
  text: string | null
  media: StoredMedia[] | null
  options: Record<string, unknown>
}

const pinned = ({ assetId, alt }: StoredMedia): MediaItem => ({
  assetId,
  assetVersion: 1,
  alt,
  width: 0,
  height: 0,
  mime: '',
})

/** What goes out on a variant's channel: the common content with the variant's own laid over it. */
export function variantContent(common: CommonContent, own: OwnContent): Content {
  return resolveContent(
    { text: common.text, ranges: [], media: common.media.map(pinned), options: {} },
    {
      text: own.text,
      ranges: null,
      media: own.media?.map(pinned) ?? null,
      options: own.options as Content['options'],
    },
  )
}

/** The name of what goes out now: what approvals are bound to and what a send is checked against. */
export const variantHash = (common: CommonContent, own: OwnContent): string =>
  contentHash(variantContent(common, own))
