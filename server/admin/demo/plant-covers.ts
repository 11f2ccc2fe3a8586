import { covers } from '#db/seed/demo/covers.ts'
import { addAsset } from '../../asset/add-asset.ts'
import type { MediaItem } from '../../version/content.rules.ts'
import type { Scene } from './demo-scene.ts'
import { drawCover } from './draw-cover.ts'

/** Draws the covers and puts them into the library, as anybody's upload would be. */
export async function plantCovers(scene: Scene): Promise<void> {
  const made = await Promise.all(
    covers.map(async (cover) => {
      const asset = await addAsset(scene.ctx, { bytes: await drawCover(cover), name: `${cover.key}.jpg` })
      return { cover, asset }
    }),
  )
  for (const { cover, asset } of made)
    scene.covers.push({
      campaign: cover.campaign,
      media: (language): MediaItem => ({
        assetId: asset.id,
        alt: cover.alt[language as keyof typeof cover.alt] ?? cover.alt.en,
        width: asset.width,
        height: asset.height,
        mime: asset.mime,
      }),
    })
}
