import { Link2 } from 'lucide-react'
import { usePath } from '../live/directory.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { toast } from '../ui/toast.ts'
import { useDraft } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'

/** Puts the post's own address on the clipboard. */
export function CopyLink() {
  const t = useDraftWords()
  const path = usePath()
  const postId = useDraft((state) => state.data.post.id)
  return (
    <IconButton
      label={t('copyLink')}
      icon={<Link2 />}
      side="bottom"
      onClick={async () => {
        await navigator.clipboard?.writeText(`${window.location.origin}${path(`post/${postId}`)}`)
        toast({ kind: 'done', title: t('linkCopied') })
      }}
    />
  )
}
