import { Ellipsis } from 'lucide-react'
import { type ComponentType, useCallback, useEffect, useMemo, useState } from 'react'
import type { CanvasHead } from '#server/canvas/canvas.reads.ts'
import { canvasRoom } from '#server/canvas/canvas.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { Follow } from '../live/follow/follow.tsx'
import { useEvents } from '../live/live.tsx'
import { PresenceRoom } from '../live/presence/presence-room.tsx'
import { useHere, usePresenceStatus, useReport } from '../live/presence/use-presence.ts'
import { Page } from '../shell/page.tsx'
import { Banner } from '../ui/banner.tsx'
import { FacesHere } from '../ui/faces-here.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useFetchThen } from '../ui/lazy-part.tsx'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { toast } from '../ui/toast.ts'
import { BringBack } from './bring-back.tsx'
import type { OpenCanvas } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'
import { LimitBanner } from './limit-banner.tsx'
import { TalkButton } from './talk/talk-button.tsx'
import type { WorkshopProps } from './workshop.tsx'

interface CanvasPageProps {
  /** number of the log at which it was read */
  head: number
  canvas: CanvasHead
}

/** One canvas. Its drawing is a chunk of its own, for nothing else needs it. */
export function CanvasPage(props: CanvasPageProps) {
  const { workspace, presence } = useDirectory()
  const { id } = props.canvas
  return (
    <PresenceRoom id={`${workspace.id}:plan`} access={presence}>
      <Follow />
      <OnPlan id={id} />
      <PresenceRoom id={canvasRoom(workspace.id, id)} access={presence}>
        <Inside {...props} />
      </PresenceRoom>
    </PresenceRoom>
  )
}

/** So that the list of canvases, and everybody planning, sees who is here. */
function OnPlan({ id }: { id: string }) {
  useReport({ page: 'canvas', focus: `canvas:${id}` })
  return null
}

function Inside({ head, canvas }: CanvasPageProps) {
  const t = useCanvasWords()
  const { me, members, presence } = useDirectory()
  const status = usePresenceStatus()
  const [name, setName] = useState(canvas.name)
  const [archived, setArchived] = useState(canvas.archived)
  const [open, setOpen] = useState<OpenCanvas | null>(null)
  const Workshop = useWorkshop()
  const write = canvas.write && !archived
  const shown = useMemo(
    () => (archived ? { ...canvas, talk: { ...canvas.talk, write: false } } : canvas),
    [canvas, archived],
  )
  useReport({ page: 'canvas' })

  useEvents(head, (event) => {
    open?.shelf.hear(event)
    if (canvas.talk.read) open?.talk.hear(event)
    if (event.subjectId !== canvas.id) return
    const who = members.find((member) => member.id === event.memberId)?.name ?? ''
    if (event.type === 'canvas.renamed') setName(event.data.name)
    if (event.type === 'canvas.archived') setArchived(true)
    if (event.type === 'canvas.unarchived') setArchived(false)
    if (event.type === 'canvas.restored' && event.memberId !== me.memberId)
      toast({ title: t('broughtBack', { name: who }) })
  })

  return (
    <Page
      fixed
      title={name}
      presence={<Here open={open} />}
      act={
        open ? (
          <>
            {canvas.talk.read ? <TalkButton canvas={open} /> : null}
            <LazyTrigger
              button={<IconButton label={t('menu', { name })} icon={<Ellipsis />} side="bottom" />}
              load={async () => {
                const { CanvasMenu } = await import('./canvas-menu.tsx')
                return (props) => <CanvasMenu {...props} open={open} name={name} />
              }}
            />
          </>
        ) : null
      }
    >
      <div className="flex h-full flex-col">
        {archived ? (
          <Banner flush tone="amber" act={canvas.write ? <BringBack id={canvas.id} name={name} /> : null}>
            {t('isArchived')}
          </Banner>
        ) : status === 'away' ? (
          <Banner flush tone="amber">
            {t('away')}
          </Banner>
        ) : status === 'denied' || !presence ? (
          <Banner flush tone="red">
            {t('denied')}
          </Banner>
        ) : !write ? (
          <Banner flush>{t('readOnly')}</Banner>
        ) : null}
        {open ? <LimitBanner canvas={open} /> : null}
        <div className="relative min-h-0 flex-1">
          {Workshop && presence ? (
            <Workshop access={presence} canvas={shown} write={write} onOpen={setOpen} />
          ) : (
            <Skeleton className="size-full rounded-none" />
          )}
        </div>
      </div>
    </Page>
  )
}

/** Who else is here; a press on a face follows their view, and the same press ends it. */
function Here({ open }: { open: OpenCanvas | null }) {
  const people = useHere()
  const follow = useCallback(
    ({ id }: { id: string }) => {
      const following = open?.ui.store.getState().following
      open?.ui.follow(following === id ? null : id)
    },
    [open],
  )
  return <FacesHere people={people} onPick={follow} />
}

/** Loads the drawing; when that fails, says so and offers to try again. */
function useWorkshop(): ComponentType<WorkshopProps> | null {
  const fetchThen = useFetchThen()
  const [loaded, setLoaded] = useState<ComponentType<WorkshopProps> | null>(null)
  useEffect(() => {
    fetchThen(
      () => import('./workshop.tsx'),
      (module) => setLoaded(() => module.Workshop),
    )
  }, [fetchThen])
  return loaded
}
