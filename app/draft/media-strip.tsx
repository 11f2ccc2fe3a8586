import { ArrowLeft, ArrowRight, ImagePlus, LoaderCircle, X } from 'lucide-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useDraft } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'
import { useAssetUrl } from './upload.ts'
import { type Picture, usePictures } from './use-pictures.ts'

/** The pictures of a place with their descriptions: chosen, dropped in, reordered, described, taken out. */
export function MediaStrip({ place, mayWrite }: { place: string; mayWrite: boolean }) {
  const t = useDraftWords()
  const { pictures, inherits, uploading, ...acts } = usePictures(place)
  const mayUpload = useDraft((state) => state.data.can.upload)
  const file = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const mayChange = mayWrite && !inherits
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void acts.add([...event.dataTransfer.files])
  }
  if (!pictures.length && !mayChange) return null
  return (
    <section
      aria-label={t('media.title')}
      className={cx('flex flex-col gap-2 rounded-card px-4 pb-4', over && 'bg-accent-soft')}
      onDragOver={(event) => {
        if (!mayChange || !mayUpload || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={mayChange && mayUpload ? drop : undefined}
    >
      {pictures.map((picture, index) => (
        <PictureRow
          key={picture.assetId}
          {...{ picture, index, mayChange }}
          last={index === pictures.length - 1}
          onDescribe={(alt) => void acts.describe(picture.assetId, alt)}
          onMove={(by) => void acts.move(picture.assetId, by)}
          onRemove={() => void acts.remove(picture.assetId)}
        />
      ))}
      {uploading.map((name) => (
        <p key={name} role="status" className="flex items-center gap-1.5 text-meta text-muted">
          <LoaderCircle className="size-3.5" aria-hidden="true" />
          {t('media.uploading', { name })}
        </p>
      ))}
      {mayChange && mayUpload ? (
        <>
          <input
            ref={file}
            type="file"
            accept="image/*"
            multiple
            hidden
            data-picture-input=""
            onChange={(event) => {
              void acts.add([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <Button
            kind="quiet"
            size="dense"
            icon={<ImagePlus />}
            className="self-start"
            onClick={() => file.current?.click()}
          >
            {over ? t('media.drop') : t('media.add')}
          </Button>
        </>
      ) : null}
    </section>
  )
}

interface PictureRowProps {
  picture: Picture
  index: number
  last: boolean
  mayChange: boolean
  onDescribe(alt: string): void
  onMove(by: -1 | 1): void
  onRemove(): void
}

function PictureRow({ picture, index, last, mayChange, onDescribe, onMove, onRemove }: PictureRowProps) {
  const t = useDraftWords('media')
  const assetUrl = useAssetUrl()
  const [alt, setAlt] = useState(picture.alt)
  useEffect(() => setAlt(picture.alt), [picture.alt])
  const nth = { index: String(index + 1) }
  return (
    <div className="group/picture flex items-start gap-2.5">
      <img
        src={assetUrl(picture.assetId)}
        alt={picture.alt}
        className="size-16 shrink-0 rounded-control bg-n4 object-cover"
      />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <TextField
          dense
          aria-label={t('alt', nth)}
          placeholder={t('altPlaceholder')}
          value={alt}
          readOnly={!mayChange}
          maxLength={2000}
          onChange={(event) => setAlt(event.target.value)}
          onBlur={() => alt !== picture.alt && onDescribe(alt)}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
        {alt.trim() ? null : (
          <p data-tone="amber" className="text-meta text-tone-text">
            {t('altMissing')}
          </p>
        )}
      </div>
      {mayChange ? (
        <div className="flex shrink-0">
          {index > 0 ? (
            <IconButton
              size="dense"
              label={t('earlier', nth)}
              icon={<ArrowLeft />}
              onClick={() => onMove(-1)}
            />
          ) : null}
          {last ? null : (
            <IconButton
              size="dense"
              label={t('later', nth)}
              icon={<ArrowRight />}
              onClick={() => onMove(1)}
            />
          )}
          <IconButton size="dense" label={t('remove', nth)} icon={<X />} onClick={onRemove} />
        </div>
      ) : null}
    </div>
  )
}
