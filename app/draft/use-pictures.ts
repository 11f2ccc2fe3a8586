import { useState } from 'react'
import { act, isActProblem } from '../live/act.ts'
import { toast } from '../ui/toast.ts'
import { useDraft, useDraftMeans } from './draft-context.tsx'
import { ALL } from './draft-store.ts'
import { useDraftWords } from './draft-words.ts'
import { upload } from './upload.ts'

export interface Picture {
  assetId: string
  alt: string
}

/** The pictures at a place, and the ways to change them. Each change is saved at once. */
export function usePictures(place: string) {
  const t = useDraftWords('media')
  const { store, saver, pen, refresh } = useDraftMeans()
  const common = useDraft((state) => state.data.post.media)
  const own = useDraft((state) => state.data.variants.find((one) => one.id === place)?.media ?? null)
  const [uploading, setUploading] = useState<string[]>([])
  const pictures: Picture[] = place === ALL ? common : (own ?? common)
  const inherits = place !== ALL && own === null

  /** Works on the newest list, so that two uploads that end together are both kept. */
  async function save(change: (now: Picture[]) => Picture[] | null): Promise<void> {
    if (!(await pen.take())) return
    await saver.flush()
    const { data } = store.getState()
    const mine = data.variants.find((one) => one.id === place)?.media
    const now = place === ALL ? data.post.media : (mine ?? data.post.media)
    try {
      const media = change([...now])
      const variantId = place === ALL ? null : place
      await act('post.edit', { postId: data.post.id, variantId, base: data.post.revision, media })
    } catch (error) {
      if (isActProblem(error)) toast({ kind: 'failed', title: error.message })
    }
    await refresh().catch(() => undefined)
  }

  return {
    pictures,
    inherits,
    uploading,
    async add(files: readonly File[]): Promise<void> {
      for (const file of files) {
        setUploading((names) => [...names, file.name])
        try {
          const { id } = await upload(file)
          await save((now) =>
            now.some((one) => one.assetId === id) ? now : [...now, { assetId: id, alt: '' }],
          )
        } catch (error) {
          const detail = error instanceof Error ? error.message : ''
          toast({ kind: 'failed', title: t('failed', { name: file.name }), detail })
        } finally {
          setUploading((names) => names.filter((name) => name !== file.name))
        }
      }
    },
    describe: (assetId: string, alt: string) =>
      save((now) => now.map((one) => (one.assetId === assetId ? { ...one, alt } : one))),
    remove: (assetId: string) => save((now) => now.filter((one) => one.assetId !== assetId)),
    /** Moves a picture by one place. */
    move: (assetId: string, by: -1 | 1) =>
      save((now) => {
        const from = now.findIndex((one) => one.assetId === assetId)
        const [taken] = now.splice(from, 1)
        if (taken) now.splice(Math.max(0, from + by), 0, taken)
        return now
      }),
    /** Begins to choose own pictures, or uses the common ones again. */
    own: (on: boolean) => save((now) => (on ? now : null)),
  }
}
