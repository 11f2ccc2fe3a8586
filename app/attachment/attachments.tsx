import { FilePlus2, Link2, LoaderCircle } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useDraft } from '../draft/draft-context.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { AttachmentRow } from './attachment-row.tsx'
import { useAttachmentWords } from './attachment-words.ts'
import { LinkForm } from './link-form.tsx'
import { useAttach } from './use-attach.ts'

/** Files and links for those who work on the post: chosen, dropped in, written down, taken off. */
export function Attachments() {
  const t = useAttachmentWords()
  const list = useDraft((state) => state.data.attachments)
  const can = useDraft((state) => state.data.can)
  const { files, uploading } = useAttach()
  const file = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [linking, setLinking] = useState(false)
  const mayUpload = can.plan && can.upload
  if (!list.length && !can.plan) return null

  function drag(event: DragEvent) {
    if (!mayUpload || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      aria-label={t('title')}
      className={cx('flex flex-col gap-1 rounded-card', over && 'bg-accent-soft')}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        if (!mayUpload || !event.dataTransfer.files.length) return
        event.preventDefault()
        void files([...event.dataTransfer.files])
      }}
    >
      <h2 className="text-dense font-semibold">{t('title')}</h2>
      <p className="text-meta text-subtle">{over ? t('drop') : t('hint')}</p>
      {list.length ? (
        <ul className="flex flex-col">
          {list.map((one) => (
            <AttachmentRow key={one.id} attachment={one} mayPlan={can.plan} />
          ))}
        </ul>
      ) : null}
      {uploading.map((name) => (
        <p key={name} role="status" className="flex items-center gap-1.5 text-meta text-muted">
          <LoaderCircle className="size-3.5" aria-hidden="true" />
          {t('uploading', { name })}
        </p>
      ))}
      {linking ? <LinkForm close={() => setLinking(false)} /> : null}
      {can.plan && !linking ? (
        <div className="-ml-1 flex flex-wrap gap-1">
          {mayUpload ? (
            <>
              <input
                ref={file}
                type="file"
                multiple
                hidden
                data-attachment-input=""
                onChange={(event) => {
                  void files([...(event.target.files ?? [])])
                  event.target.value = ''
                }}
              />
              <Button kind="quiet" size="dense" icon={<FilePlus2 />} onClick={() => file.current?.click()}>
                {t('addFile')}
              </Button>
            </>
          ) : null}
          <Button kind="quiet" size="dense" icon={<Link2 />} onClick={() => setLinking(true)}>
            {t('addLink')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
