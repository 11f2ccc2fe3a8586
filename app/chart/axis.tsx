import type { Frame, Tick } from '#server/chart/scene.ts'

interface AxisProps {
  frame: Frame
  xTicks: readonly Tick[]
  yTicks: readonly Tick[]
}

/** Thin lines across and words at the edges; the ground line is a step stronger. */
export function Axes({ frame, xTicks, yTicks }: AxisProps) {
  const right = frame.x + frame.width
  const ground = frame.y + frame.height
  return (
    <g className="text-meta tabular-nums">
      {yTicks.map((tick, index) => (
        <g key={tick.at}>
          <line
            x1={frame.x}
            x2={right}
            y1={tick.at}
            y2={tick.at}
            className={index === 0 ? 'stroke-line-strong' : 'stroke-line'}
            strokeWidth={1}
            shapeRendering="crispEdges"
          />
          <text x={frame.x - 8} y={tick.at} dy="0.32em" textAnchor="end" className="fill-subtle">
            {tick.text}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text key={tick.at} x={tick.at} y={ground + 16} textAnchor={tick.anchor} className="fill-subtle">
          {tick.text}
        </text>
      ))}
    </g>
  )
}
