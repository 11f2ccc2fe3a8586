import { Lock } from 'lucide-react'
import { Banner } from '../ui/banner.tsx'
import { useBondWords } from './bond-words.ts'

/** Why a send time cannot be chosen here, and what to do. */
export function TimeLocked({ none }: { none: boolean }) {
  const t = useBondWords('time')
  return (
    <Banner tone="slate" icon={<Lock aria-hidden="true" />}>
      {t(none ? 'lockedNone' : 'locked')}
    </Banner>
  )
}
