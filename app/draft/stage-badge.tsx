import type { Stage } from '#server/post/stage.rules.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { useDraftWords } from './draft-words.ts'

const tones: Record<Stage, Tone> = {
  idea: 'neutral',
  draft: 'slate',
  in_review: 'amber',
  approved: 'teal',
  scheduled: 'violet',
  published: 'green',
}

/** Where a post stands, in its colour and in words. */
export function StageBadge({ stage }: { stage: Stage }) {
  const t = useDraftWords('stage')
  return (
    <Badge tone={tones[stage]} dot>
      {t(stage)}
    </Badge>
  )
}
