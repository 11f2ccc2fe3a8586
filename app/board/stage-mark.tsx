import type { Stage } from '#server/post/stage.rules.ts'
import { cx } from '../ui/cx.ts'

const colours: Record<Stage, string> = {
  idea: 'text-stage-idea',
  draft: 'text-stage-draft',
  in_review: 'text-stage-review',
  approved: 'text-stage-approved',
  scheduled: 'text-stage-scheduled',
  published: 'text-stage-published',
}

/** How much of the ring is filled, so that stages differ without colour. */
const filled: Partial<Record<Stage, number>> = { draft: 0.25, in_review: 0.5, approved: 0.75, scheduled: 0.9 }
const WORKING = 0.37

const RING =
  'M8 .75a7.25 7.25 0 1 1 0 14.5 7.25 7.25 0 1 1 0-14.5Zm0 1.5a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 1 0 0-11.5Z'

/** Outlines of a ring and of so much of a disc in it (0-1, neither of them), from the top clockwise. */
function outline(part: number): string {
  const angle = part * 2 * Math.PI
  const [x, y] = [8 + 4 * Math.sin(angle), 8 - 4 * Math.cos(angle)].map((at) => Number(at.toFixed(2)))
  return `${RING}M8 8V4A4 4 0 ${part > 0.5 ? 1 : 0} 1 ${x} ${y}Z`
}

interface StageMarkProps {
  stage: Stage
  /** a stage of a team's own, between draft and review */
  working?: boolean
  className?: string
}

/** A stage as a ring that fills up on the way to "published". One shape: there are hundreds on a page. */
export function StageMark({ stage, working, className }: StageMarkProps) {
  const part = working ? WORKING : filled[stage]
  return (
    <svg
      viewBox="0 0 16 16"
      className={cx('size-3.5 shrink-0', colours[stage], className)}
      fill="currentColor"
      aria-hidden="true"
    >
      {part !== undefined ? (
        <path d={outline(part)} />
      ) : stage === 'idea' ? (
        <circle
          cx="8"
          cy="8"
          r="6.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="2.2 2"
        />
      ) : (
        <>
          <circle cx="8" cy="8" r="7.25" />
          <path d="m5.200 8.200 2 2 3.600-4" fill="none" stroke="var(--panel)" strokeWidth="1.6" />
        </>
      )}
    </svg>
  )
}
