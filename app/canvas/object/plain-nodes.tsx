import { memo } from 'react'
import { CANVAS } from '#server/canvas/canvas.rules.ts'
import { CampaignName } from '../../board/card-facts.tsx'
import { useAssetUrl } from '../../draft/upload.ts'
import { useUi } from '../canvas-context.ts'
import { useCanvasWords } from '../canvas-words.ts'
import { cutOff, inHue, type ObjectProps, ring } from './object-node.ts'
import { Resizer } from './resizer.tsx'
import { TextBox } from './text-box.tsx'

/** Of letters, canvas units. */
const heights = { s: 13, m: 16, l: 28 }
const sizes = { s: 'text-dense', m: 'text-section', l: 'text-big font-semibold' }

/** Words without a ground. */
export const TextNode = memo(function TextNode({
  id,
  data: { object, write },
  selected,
}: ObjectProps<'text'>) {
  const t = useCanvasWords()
  const editing = useUi((state) => state.editing === id)
  const look = `p-1 whitespace-pre-wrap [overflow-wrap:anywhere] text-fg ${sizes[object.size]}`
  return (
    <>
      <Resizer selected={selected} object={object} write={write} least={24} />
      <div data-size={object.size} className={`canvas-words size-full rounded-mark ${ring(selected)}`}>
        {editing ? (
          <TextBox
            id={id}
            text={object.text}
            label={t('kind.text')}
            max={CANVAS.text}
            height={object.h}
            className={look}
          />
        ) : (
          <p className={`size-full ${cutOff(object.text, object, heights[object.size], 4)} ${look}`}>
            {object.text || <span className="text-subtle">{write ? t('writeHere') : ''}</span>}
          </p>
        )}
      </div>
    </>
  )
})

/** A part of the canvas with a name, perhaps a campaign's. Its ground lets everything through; its title is the handle. */
export const FrameNode = memo(function FrameNode({
  id,
  data: { object, write },
  selected,
}: ObjectProps<'frame'>) {
  const t = useCanvasWords()
  const editing = useUi((state) => state.editing === id)
  return (
    <>
      <Resizer selected={selected} object={object} write={write} least={80} />
      <section
        aria-label={object.title || t('kind.frame')}
        className={`person size-full rounded-card border border-person/60 bg-person-soft/30 ${ring(selected)}`}
        style={inHue(object.hue)}
      >
        <div className="canvas-title pointer-events-auto absolute inset-x-0 top-0 flex h-9 items-center gap-2 rounded-t-card bg-person-soft/70 px-3 text-dense font-medium text-fg">
          {editing ? (
            <TextBox
              id={id}
              text={object.title}
              label={t('frameTitle')}
              max={CANVAS.title}
              field="title"
              height={null}
              className="h-5! truncate"
            />
          ) : (
            <span className="truncate">{object.title || t('kind.frame')}</span>
          )}
          {object.campaignId ? (
            <span className="ml-auto flex min-w-0 text-meta font-normal text-muted">
              <CampaignName id={object.campaignId} />
            </span>
          ) : null}
        </div>
      </section>
    </>
  )
})

/** A picture of the library. */
export const ImageNode = memo(function ImageNode({
  data: { object, write },
  selected,
}: ObjectProps<'image'>) {
  const url = useAssetUrl()
  return (
    <>
      <Resizer selected={selected} object={object} write={write} least={24} keepAspectRatio />
      <img
        src={url(object.assetId, 'original')}
        alt={object.alt}
        draggable={false}
        className={`size-full rounded-control bg-n4 object-cover ${ring(selected)}`}
      />
    </>
  )
})

/** What was drawn by hand. Only the line itself can be pressed. */
export const StrokeNode = memo(function StrokeNode({ data: { object }, selected }: ObjectProps<'stroke'>) {
  return (
    <svg
      className={`person size-full overflow-visible ${ring(selected)}`}
      style={inHue(object.hue)}
      aria-hidden="true"
    >
      <path
        d={pathOf(object.points)}
        fill="none"
        stroke="transparent"
        strokeWidth={object.width + 12}
        style={{ pointerEvents: 'stroke' }}
      />
      <path
        d={pathOf(object.points)}
        fill="none"
        className="stroke-person"
        strokeWidth={object.width}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
})

/** A smooth line through points, as the data of an SVG path. */
export function pathOf(points: readonly number[]): string {
  const at = (index: number) => [points[index * 2] ?? 0, points[index * 2 + 1] ?? 0] as const
  const count = points.length / 2
  const [x, y] = at(0)
  let path = `M${x} ${y}`
  for (let i = 1; i < count - 1; i++) {
    const [ax, ay] = at(i)
    const [bx, by] = at(i + 1)
    path += `Q${ax} ${ay} ${(ax + bx) / 2} ${(ay + by) / 2}`
  }
  const [ex, ey] = at(count - 1)
  return `${path}L${ex} ${ey}`
}
