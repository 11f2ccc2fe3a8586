import type { LineScene } from '#server/chart/line-scene.ts'
import { cx } from '../ui/cx.ts'
import { type LineChartSeries, type Place, toneOf } from './line-series.ts'
import { moving, tones } from './tone.ts'

interface MarksProps {
  scene: LineScene
  series: readonly LineChartSeries[]
  place: Place | undefined
}

const weight = { main: 2, compare: 1.5, other: 1.5 }

/** The highlighted line is drawn last, over the others. */
export function LineMarks({ scene, series, place }: MarksProps) {
  const toneByKey = new Map(series.map((one) => [one.key, tones[toneOf(one)]]))
  const tone = (key: string) => toneByKey.get(key) ?? tones.grey
  const order = { compare: 0, other: 1, main: 2 }
  const drawn = [...scene.series].sort((a, b) => order[a.role] - order[b.role])
  const { frame } = scene
  return (
    <>
      {place ? (
        <line
          x1={place.x}
          x2={place.x}
          y1={frame.y}
          y2={frame.y + frame.height}
          className="stroke-line-strong"
          strokeWidth={1}
          shapeRendering="crispEdges"
        />
      ) : null}
      {scene.flags.map((flag) => (
        <g key={`${flag.at}${flag.label}`}>
          <title>{flag.label}</title>
          <line
            x1={flag.x}
            x2={flag.x}
            y1={flag.y}
            y2={frame.y + frame.height}
            className="stroke-amber"
            strokeDasharray="1 3"
          />
          <path d={`M${flag.x},${flag.y}h9l-2.5,3.5l2.5,3.5h-9z`} className="fill-amber" />
        </g>
      ))}
      {drawn.map((one) => (
        <g key={one.key}>
          {one.area ? <path d={one.area} className={cx(tone(one.key).fill, moving, 'opacity-10')} /> : null}
          <path
            d={one.path}
            fill="none"
            className={cx(tone(one.key).stroke, moving)}
            strokeWidth={weight[one.role]}
            strokeDasharray={one.role === 'compare' ? '4 4' : undefined}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
          {one.dots.map((dot) => (
            <circle key={dot.x} cx={dot.x} cy={dot.y} r={2.5} className={tone(one.key).fill} />
          ))}
          {one.points
            .filter(({ at }) => at === place?.at)
            .map((point) => (
              <circle
                key={point.at}
                cx={point.x}
                cy={point.y}
                r={4}
                strokeWidth={2}
                className={cx(tone(one.key).fill, 'stroke-panel')}
              />
            ))}
        </g>
      ))}
      {scene.labels.map((label) => (
        <text
          key={label.key}
          x={label.x}
          y={label.y}
          dy="0.32em"
          className="fill-muted text-meta"
          textAnchor={label.anchor}
        >
          {label.text}
        </text>
      ))}
    </>
  )
}
