import { Presentation } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'
import { Button } from '../../ui/button.tsx'
import { FacesHere } from '../../ui/faces-here.tsx'
import { hueOf } from '../../ui/hue.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.ts'
import { useDirectory } from '../directory.tsx'
import { useHere } from '../presence/use-presence.ts'
import { answerInvitation, followStore, stopFollowing, toggleAsk, toggleFollow } from './follow-store.ts'
import { useFollowing } from './use-following.ts'
import { useViewReport } from './use-view-report.ts'

/** Following among the pages one plans on: tells what I see, leads me where somebody else goes, says so, and invites. */
export function Follow() {
  const t = useTranslations('follow')
  const { members } = useDirectory()
  useViewReport()
  const { uid, hidden, away } = useFollowing(() => toast({ title: t('left', { name }) }))
  const answered = useStore(followStore, (state) => state.answered)
  const here = useHere()
  const host = here.find((one) => one.asks !== null && one.id !== uid && !answered.has(keyOf(one)))
  const name = members.find((one) => one.id === uid)?.name ?? ''
  return (
    <>
      {uid !== null ? (
        <div
          className="person pointer-events-none fixed inset-0 z-60 border-2 border-person"
          style={{ '--hue': hueOf(uid) } as CSSProperties}
        >
          <p role="status" className={note}>
            <span className="min-w-0">
              {t('following', { name })} {away ? t('away') : hidden ? t('hidden') : null}
            </span>
            <Button size="dense" onClick={stopFollowing}>
              {t('stop')}
            </Button>
          </p>
        </div>
      ) : null}
      {host ? (
        <div className="pointer-events-none fixed inset-0 z-60">
          <p role="status" className={note}>
            <span className="min-w-0">{t('asks', { name: host.name })}</span>
            <Button size="dense" kind="primary" onClick={() => answerInvitation(keyOf(host), host.id)}>
              {t('follow')}
            </Button>
            <Button size="dense" kind="quiet" onClick={() => answerInvitation(keyOf(host), null)}>
              {t('notNow')}
            </Button>
          </p>
        </div>
      ) : null}
    </>
  )
}

const note =
  'pointer-events-auto absolute bottom-20 left-1/2 flex w-max max-w-[calc(100%-1.5rem)] -translate-x-1/2 items-center gap-2 rounded-card bg-overlay py-1 pr-1 pl-3 text-dense shadow-menu md:bottom-6'

const keyOf = ({ id, asks }: { id: string; asks: string | null }) => `${id} ${asks}`

/** Who else is here: a press on a face follows them. With others here, one can ask them all to follow. */
export function FollowStack() {
  const t = useTranslations('follow')
  const people = useHere()
  const asks = useStore(followStore, (state) => state.asks)
  const uid = useStore(followStore, (state) => state.uid)
  if (!people.length) return null
  return (
    <div className="flex items-center gap-1">
      <span className="max-sm:hidden">
        <IconButton
          size="dense"
          label={t(asks === null ? 'ask' : 'askNoMore')}
          aria-pressed={asks !== null}
          icon={<Presentation />}
          onClick={toggleAsk}
        />
      </span>
      <FacesHere
        people={people}
        onPick={({ id }) => toggleFollow(id)}
        pickLabel={({ id, name }) => t(id === uid ? 'stopOne' : 'followOne', { name })}
      />
    </div>
  )
}
