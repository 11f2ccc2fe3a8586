import { FileText, Link2, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { v7 as newId } from 'uuid'
import type { AttachmentView } from '#server/attachment/attachment.rules.ts'
import { useDraft } from '../draft/draft-context.tsx'
import { useAssetUrl } from '../draft/upload.ts'
import { useDetails } from '../draft/use-details.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Ago } from '../ui/time.tsx'
import { toast } from '../ui/toast.ts'
import { useAttachmentWords } from './attachment-words.ts'
import { useFileSize } from './use-file-size.ts'

/** One attachment: opened or downloaded by its name, taken off with an undo. */
export function AttachmentRow({ attachment, mayPlan }: { attachment: AttachmentView; mayPlan: boolean }) {
  const t = useAttachmentWords()
  const u = useTranslations('ui')
  const { run } = useDetails()
  const assetUrl = useAssetUrl()
  const size = useFileSize()
  const postId = useDraft((state) => state.data.post.id)
  const { id, name, url, file, createdAt } = attachment

  async function remove() {
    if (!(await run('attachment.remove', { id }))) return
    toast({
      kind: 'done',
      title: t('removed', { name }),
      act: {
        label: u('undo'),
        run: () => {
          if (file) void run('attachment.addFile', { id: newId(), postId, assetId: file.assetId, name })
          else if (url) void run('attachment.addLink', { id: newId(), postId, url, name })
        },
      },
    })
  }
  return (
    <li className="hover-part flex items-center gap-2 rounded-control py-1">
      {file?.picture ? (
        <img
          src={assetUrl(file.assetId)}
          alt=""
          loading="lazy"
          className="size-8 shrink-0 rounded-mark bg-n4 object-cover"
        />
      ) : (
        <span className="flex size-8 shrink-0 items-center justify-center rounded-mark bg-n3 text-subtle [&_svg]:size-4">
          {file ? <FileText aria-hidden="true" /> : <Link2 aria-hidden="true" />}
        </span>
      )}
      <div className="min-w-0 flex-1">
        <a
          href={file ? assetUrl(file.assetId, 'original') : (url ?? '')}
          target="_blank"
          rel="noreferrer noopener"
          download={file && !file.picture ? name : undefined}
          aria-label={t(file && !file.picture ? 'download' : 'open', { name })}
          className="block truncate text-dense hover:underline"
        >
          {name}
        </a>
        <p className="truncate text-meta text-subtle">
          {file ? size(file.size) : url ? new URL(url).hostname : null}
          {' · '}
          <Ago at={createdAt} />
        </p>
      </div>
      {mayPlan ? (
        <IconButton
          size="dense"
          label={t('remove', { name })}
          icon={<X />}
          className="opacity-0 part-hover:opacity-100 focus-visible:opacity-100 touch:opacity-100"
          onClick={() => void remove()}
        />
      ) : null}
    </li>
  )
}
