import { useCallback } from 'react'
import type { Point } from '#server/canvas/shape.rules.ts'
import { upload } from '../draft/upload.ts'
import { toast } from '../ui/toast.ts'
import { useCanvas } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'

/** Widest side of a picture when it is put down, canvas units. */
const LARGE = 400
const BESIDE = 32

/** Takes pictures into the library and puts them on the canvas, side by side. */
export function useAddImages(): (files: readonly File[], at: Point) => Promise<void> {
  const t = useCanvasWords()
  const { acts } = useCanvas()
  return useCallback(
    async (files, at) => {
      // Before anything is uploaded for nothing.
      if (!acts.fits(files.length)) return
      let { x } = at
      for (const file of files)
        try {
          const { id, width, height, name } = await upload(file)
          const scale = Math.min(1, LARGE / Math.max(width, height, 1))
          const w = Math.max(24, Math.round(width * scale))
          const h = Math.max(24, Math.round(height * scale))
          acts.add({
            kind: 'image',
            x: x - w / 2,
            y: at.y - h / 2,
            w,
            h,
            assetId: id,
            alt: name.slice(0, 500),
          })
          x += w + BESIDE
        } catch (error) {
          const reason = error instanceof Error ? error.message : ''
          toast({ title: reason || t('imageFailed', { name: file.name }), kind: 'failed' })
        }
    },
    [acts, t],
  )
}
