import { covers } from '#db/seed/demo/covers.ts'
import { hashOf, keepFile, type ReadyFile } from '../../asset/add-asset.ts'
import { cleanPicture } from '../../asset/clean-picture.ts'
import type { MediaItem } from '../../version/content.rules.ts'
import type { Scene } from './demo-scene.ts'
import { drawCover } from './draw-cover.ts'

export interface DrawnCover {
  cover: (typeof covers)[number]
  file: ReadyFile
}

/** Draws the covers and cleans them as anybody's upload is: slow, so before anything is written. */
export const drawCovers = (): Promise<DrawnCover[]> =>
  Promise.all(
    covers.map(async (cover) => {
      const bytes = await drawCover(cover)
      const picture = await cleanPicture(bytes)
      return { cover, file: { name: `${cover.key}.jpg`, hash: hashOf(bytes), picture } }
    }),
  )

/** Puts the covers into the library. */
export async function plantCovers(scene: Scene, drawn: readonly DrawnCover[]): Promise<void> {
  for (const { cover, file } of drawn) {
    const asset = await keepFile(scene.ctx, file)
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
}
