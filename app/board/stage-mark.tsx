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
const filled: Record<Stage, number> = {
  idea: 0,
  draft: 0.25,
  in_review: 0.5,
  approved: 0.75,
  scheduled: 0.9,
  published: 1,
}

interface StageMarkProps {
  stage: Stage
  /** a stage of a team's own, between draft and review */
  working?: boolean
  className?: string
}

/** A stage as a ring that fills up on the way to "published". */
export function StageMark({ stage, working, className }: StageMarkProps) {
  const part = working ? 0.37 : filled[stage]
  const around = 2 * Math.PI * 2
  return (
    <svg
      viewBox="0 0 16 16"
      className={cx('size-3.5 shrink-0', colours[stage], className)}
      aria-hidden="true"
    >
      <circle
        cx="8"
        cy="8"
        r="6.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={stage === 'idea' ? '2.2 2' : undefined}
      />
      {part === 1 ? (
        <>
          <circle cx="8" cy="8" r="6.500" fill="currentColor" />
          <path d="m5.200 8.200 2 2 3.600-4" fill="none" stroke="var(--panel)" strokeWidth="1.6" />
        </>
      ) : (
        <circle
          cx="8"
          cy="8"
          r="2"
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          strokeDasharray={`${around * part} ${around}`}
          transform="rotate(-90 8 8)"
        />
      )}
    </svg>
  )
}
