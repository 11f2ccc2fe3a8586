import { CloudLightning } from 'lucide-react'
import { useEffect, useState } from 'react'
import { act, isActProblem } from '../live/act.ts'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.ts'
import { usePractice, usePracticeState } from './practice-context.tsx'
import { usePracticeWords } from './practice-words.ts'

/** How far the storm over this channel is, for everybody, and the way to stop it. */
export function StormBanner() {
  const t = usePracticeWords()
  const { page } = usePractice()
  const storm = usePracticeState((state) => state.storm)
  const [busy, setBusy] = useState(false)
  const left = useSecondsLeft(storm ? storm.startedAt + storm.seconds * 1000 : 0)
  if (!storm) return null
  const { said, messages } = storm

  async function stop() {
    setBusy(true)
    try {
      await act('practice.calm', { channelId: page.channelId })
    } catch (error) {
      toast({ title: (isActProblem(error) && error.message) || t('say.unreachable'), kind: 'failed' })
    }
    setBusy(false)
  }

  return (
    <div
      data-tone="orange"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-tone-soft px-4 py-2 text-dense"
    >
      <CloudLightning className="size-4 shrink-0 text-tone" aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="tabular-nums">
          {t('storm.running', { said, messages })}
          <span className="text-muted">
            {', '}
            {left > 0 ? t('storm.left', { seconds: left }) : t('storm.ending')}
          </span>
        </p>
        <div
          role="progressbar"
          aria-label={t('storm.running', { said, messages })}
          aria-valuenow={said}
          aria-valuemin={0}
          aria-valuemax={messages}
          className="mt-1 h-1 overflow-hidden rounded-full bg-n5"
        >
          <div
            className="h-full w-full origin-left bg-tone transition-transform duration-180"
            style={{ transform: `scaleX(${Math.min(1, said / messages)})` }}
          />
        </div>
      </div>
      {page.mayPlay ? (
        <Button size="dense" busy={busy} onClick={() => void stop()}>
          {t('storm.stop')}
        </Button>
      ) : null}
    </div>
  )
}

/** Seconds until an instant (epoch ms), counted down; 0 when it is past. */
function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (!until) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [until])
  return now === 0 ? 0 : Math.max(0, Math.ceil((until - now) / 1000))
}
