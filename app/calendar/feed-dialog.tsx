import { useEffect, useState } from 'react'
import { FEED_AHEAD, FEED_BACK, NO_CAMPAIGNS } from '#server/feed/feed.rules.ts'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { SecretBox } from '../settings/secret-box.tsx'
import { useProblemText } from '../shell/problem-text.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast } from '../ui/toast.ts'
import { useWriteDate } from '../ui/use-write-date.ts'
import { useCalendarWords } from './calendar-words.ts'

interface Feed {
  id: string
  teamId: string | null
  createdAt: number
  usedAt: number | null
}

/** The private addresses for other calendars: made, shown once, ended. */
export function FeedDialog({ close }: { close(): void }) {
  const t = useCalendarWords('feed')
  const path = usePath()
  const may = useMay()
  const { teams } = useDirectory()
  const [feeds, setFeeds] = useState<readonly Feed[] | null>(null)
  const [made, setMade] = useState<{ id: string; url: string } | null>(null)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after each change
  useEffect(() => {
    const control = new AbortController()
    fetch(path('calendar/feeds'), { signal: control.signal })
      .then(async (response) => {
        if (response.ok) setFeeds(await response.json())
      })
      .catch(() => undefined)
    return () => control.abort()
  }, [path, turn])
  const say = useProblemText()

  async function change<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      if (!isActProblem(error)) throw error
      toast({ kind: 'failed', title: error.message || say(error.code, error.params) })
    } finally {
      setTurn((count) => count + 1)
    }
    return undefined
  }
  const make = async (teamId: string | null) => {
    const answer = await change(() => act('feed.create', { teamId }))
    if (answer) setMade({ id: answer.id, url: window.location.origin + answer.path })
  }
  const end = async (feed: Feed) => {
    await change(() => act('feed.revoke', { feedId: feed.id }))
    if (made?.id === feed.id) setMade(null)
  }
  const rows = [
    { teamId: null, name: t('mine') },
    ...teams.filter((team) => may('post:read', team.id)).map(({ id, name }) => ({ teamId: id, name })),
  ]
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t('title')}
      description={t('hint', { back: FEED_BACK, ahead: FEED_AHEAD })}
    >
      <ul className="flex flex-col divide-y divide-line">
        {rows.map(({ teamId, name }) => {
          const feed = feeds?.find((one) => one.teamId === teamId)
          return (
            <li key={teamId ?? ''} className="flex flex-col gap-2 py-2.5">
              <div className="flex flex-wrap items-center gap-2">
                <span className="min-w-40 flex-1">
                  <span className="block text-body font-medium">{name}</span>
                  <Use feed={feed} />
                </span>
                {feed ? (
                  <Button size="dense" kind="quiet" onClick={() => void end(feed)}>
                    {t('end')}
                  </Button>
                ) : null}
                <Button size="dense" disabled={feeds === null} onClick={() => void make(teamId)}>
                  {t(feed ? 'again' : 'make')}
                </Button>
              </div>
              {made && made.id === feed?.id ? <Made url={made.url} /> : null}
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

function Use({ feed }: { feed: Feed | undefined }) {
  const t = useCalendarWords('feed')
  const write = useWriteDate()
  if (!feed) return null
  const words = feed.usedAt
    ? t('used', { time: write(feed.usedAt, 'moment') })
    : t('unused', { time: write(feed.createdAt, 'moment') })
  return <span className="block text-meta text-muted">{words}</span>
}

function Made({ url: whole }: { url: string }) {
  const t = useCalendarWords('feed')
  const [campaigns, setCampaigns] = useState(true)
  const url = campaigns ? whole : `${whole}${NO_CAMPAIGNS}`
  return (
    <div className="flex flex-col gap-2 rounded-card bg-n3 p-3">
      <SecretBox label={t('address')} value={url} copy={t('copy')} copied={t('copied')} />
      <Checkbox checked={campaigns} onChange={(event) => setCampaigns(event.target.checked)}>
        {t('campaigns')}
      </Checkbox>
      <p className="text-meta text-muted">
        {t.rich('how', {
          apple: (words) => (
            <a className="text-accent-text underline" href={url.replace(/^https?:/, 'webcal:')}>
              {words}
            </a>
          ),
        })}
      </p>
    </div>
  )
}
