import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../draft/draft-context.tsx'
import { upload } from '../draft/upload.ts'
import { useDetails } from '../draft/use-details.ts'
import { toast } from '../ui/toast.ts'
import { useAttachmentWords } from './attachment-words.ts'

/** Uploads files and keeps them beside the post, one after the other; a refusal of one does not stop the others. */
export function useAttach() {
  const t = useAttachmentWords()
  const { run } = useDetails()
  const postId = useDraft((state) => state.data.post.id)
  const [uploading, setUploading] = useState<string[]>([])
  async function one(file: File): Promise<void> {
    setUploading((names) => [...names, file.name])
    try {
      const { id: assetId } = await upload(file, 'attachment')
      await run('attachment.addFile', { id: newId(), postId, assetId, name: file.name.slice(0, 200) })
    } catch (error) {
      const detail = error instanceof Error ? error.message : ''
      toast({ kind: 'failed', title: t('failed', { name: file.name }), detail })
    } finally {
      setUploading((names) => names.filter((name) => name !== file.name))
    }
  }
  return {
    uploading,
    async files(list: readonly File[]): Promise<void> {
      for (const file of list) await one(file)
    },
  }
}
