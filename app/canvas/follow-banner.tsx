import { useDirectory } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { hueOf } from '../ui/hue.ts'
import { useCanvas, useUi } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'

/** A frame in the colour of the one whose view mine follows, with the way out. */
export function FollowBanner() {
  const t = useCanvasWords()
  const { ui } = useCanvas()
  const { members } = useDirectory()
  const following = useUi((state) => state.following)
  if (following === null) return null
  const name = members.find((member) => member.id === following)?.name ?? ''
  return (
    <div
      className="person pointer-events-none absolute inset-0 z-6 border-2 border-person"
      style={{ '--hue': hueOf(following) } as React.CSSProperties}
    >
      <p
        role="status"
        className="pointer-events-auto absolute top-3 right-3 flex max-sm:top-auto max-sm:right-2 max-sm:bottom-48 items-center gap-2 rounded-card bg-overlay py-1 pr-1 pl-3 text-dense shadow-menu"
      >
        {t('following', { name })}
        <Button size="dense" onClick={() => ui.follow(null)}>
          {t('stopFollowing')}
        </Button>
      </p>
    </div>
  )
}
