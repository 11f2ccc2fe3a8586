import { FirstChannel } from '../channel/first-channel.tsx'
import { useDirectory } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { useDashboardWords } from './dashboard-words.ts'

interface EmptyDashboardProps {
  /** practice is there, but left out */
  practice: boolean
  onPractice(): void
  onClear(): void
}

const art = (
  <LineArt>
    <path d="M12 62h96M12 62V12" />
    <path d="M20 50c10-2 12-14 22-14s12 8 22 2 14-22 34-24" />
    <path d="M20 56c14 0 20-6 34-8s26-4 44-14" strokeDasharray="3 4" />
    <circle cx="98" cy="14" r="3" />
  </LineArt>
)

/** What stands instead of figures: the way to the first one. */
export function EmptyDashboard({ practice, onPractice, onClear }: EmptyDashboardProps) {
  const t = useDashboardWords('empty')
  const { channels } = useDirectory()
  if (channels.length === 0) return <FirstChannel title={t('channelTitle')} onMade={onPractice} />
  if (practice)
    return (
      <EmptyState
        art={art}
        title={t('practiceTitle')}
        act={
          <Button kind="primary" onClick={onPractice}>
            {t('practiceAct')}
          </Button>
        }
      >
        {t('practiceBody')}
      </EmptyState>
    )
  return (
    <EmptyState
      art={art}
      title={t('filterTitle')}
      act={
        <Button kind="primary" onClick={onClear}>
          {t('filterAct')}
        </Button>
      }
    />
  )
}
