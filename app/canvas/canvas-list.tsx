import { Link, useNavigate } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { ArchivedCanvas, CanvasLine } from '#server/canvas/canvas.reads.ts'
import { CampaignName } from '../board/card-facts.tsx'
import { PlanTabs } from '../board/plan-tabs.tsx'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { Follow } from '../live/follow/follow.tsx'
import { useEvents } from '../live/live.tsx'
import { PresenceRoom } from '../live/presence/presence-room.tsx'
import { useHereAt, useReport } from '../live/presence/use-presence.ts'
import { useReadAgain } from '../live/read-again.ts'
import { useCommand } from '../shell/command-handlers.ts'
import { Page } from '../shell/page.tsx'
import { AvatarStack } from '../ui/avatar-stack.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import { Ago } from '../ui/time.tsx'
import { BringBack } from './bring-back.tsx'
import { useCanvasWords } from './canvas-words.ts'

const NewCanvasDialog = lazyPart(async () => (await import('./new-canvas-dialog.tsx')).NewCanvasDialog)

interface CanvasListProps {
  head: number
  canvases: CanvasLine[]
  /** Those I may bring back. */
  archived: ArchivedCanvas[]
}

/** Every canvas: whose, who is on it, when it was changed. */
export function CanvasList({ head, canvases, archived }: CanvasListProps) {
  const t = useCanvasWords()
  const { workspace, presence } = useDirectory()
  const may = useMay()
  const navigate = useNavigate()
  const path = usePath()
  const readAgain = useReadAgain()
  const fetchThen = useFetchThen()
  const [making, setMaking] = useState(false)
  const mayMake = may('canvas:write')
  const ask = useCallback(() => fetchThen(NewCanvasDialog.fetch, () => setMaking(true)), [fetchThen])
  useCommand('canvas.new', mayMake ? ask : null)
  useEvents(head, ({ type, data }) => {
    // What is said on one changes nothing here.
    if (type.startsWith('canvas.') && !('threadId' in data)) readAgain()
  })
  const make = mayMake ? (
    <Button kind="primary" size="dense" icon={<Plus aria-hidden="true" />} onClick={ask}>
      {t('create')}
    </Button>
  ) : null
  return (
    <PresenceRoom id={`${workspace.id}:plan`} access={presence}>
      <Follow />
      <OnList />
      <Page title={t('title')} tabs={<PlanTabs />} tabsBelow act={make}>
        {canvases.length ? (
          <ul className="mx-auto grid max-w-5xl gap-3 px-3 py-4 sm:grid-cols-2 md:px-4 lg:grid-cols-3">
            {canvases.map((canvas) => (
              <CanvasCard key={canvas.id} canvas={canvas} />
            ))}
          </ul>
        ) : (
          <EmptyState
            title={t('empty.title')}
            act={make}
            art={
              <LineArt>
                <rect x="14" y="14" width="30" height="24" rx="3" />
                <rect x="76" y="8" width="30" height="20" rx="3" />
                <rect x="70" y="44" width="34" height="20" rx="3" />
                <path d="M46 26h22m-5-4 5 4-5 4M30 42v14h32m-5-4 5 4-5 4" />
              </LineArt>
            }
          >
            {t('empty.body')}
          </EmptyState>
        )}
        {archived.length ? <ArchivedList archived={archived} /> : null}
      </Page>
      {making ? (
        <NewCanvasDialog close={() => setMaking(false)} made={(id) => navigate(path(`canvas/${id}`))} />
      ) : null}
    </PresenceRoom>
  )
}

function OnList() {
  useReport({ page: 'canvases' })
  return null
}

function ArchivedList({ archived }: { archived: ArchivedCanvas[] }) {
  const t = useCanvasWords()
  const path = usePath()
  const { teams } = useDirectory()
  return (
    <details className="mx-auto max-w-5xl px-3 pb-6 md:px-4">
      <summary className="w-fit cursor-pointer rounded-control py-2 text-dense text-muted hover:text-fg">
        {t('archivedOnes', { count: archived.length })}
      </summary>
      <ul className="mt-1 divide-y divide-line rounded-card bg-raised ring-1 ring-line ring-inset">
        {archived.map(({ id, name, teamId, archivedAt }) => (
          <li key={id} className="flex min-h-12 items-center gap-3 px-4 py-2">
            <div className="min-w-0 flex-1">
              <Link
                to={path(`canvas/${id}`)}
                className="block truncate rounded-control text-dense font-medium hover:underline"
              >
                {name}
              </Link>
              <p className="flex flex-wrap gap-x-3 text-meta text-subtle">
                <span>{teams.find((team) => team.id === teamId)?.name}</span>
                {archivedAt === null ? null : <Ago at={archivedAt} />}
              </p>
            </div>
            <BringBack id={id} name={name} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function CanvasCard({ canvas }: { canvas: CanvasLine }) {
  const t = useCanvasWords()
  const path = usePath()
  const { teams } = useDirectory()
  const here = useHereAt(`canvas:${canvas.id}`)
  return (
    <li className="relative flex flex-col overflow-hidden rounded-card bg-raised shadow-lift ring-1 ring-line ring-inset hover:ring-line-strong has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent">
      <div className="m-px mb-0 aspect-video rounded-t-[9px] border-b border-line bg-canvas">
        {canvas.objects ? (
          <img
            src={`${path(`canvas/picture/${canvas.id}`)}?at=${canvas.changedAt}`}
            alt=""
            loading="lazy"
            decoding="async"
            className="size-full object-contain"
          />
        ) : null}
      </div>
      <div className="flex min-h-28 flex-1 flex-col gap-1 p-4">
        <h2 className="text-body font-medium">
          <Link to={path(`canvas/${canvas.id}`)} className="outline-none after:absolute after:inset-0">
            {canvas.name}
          </Link>
        </h2>
        <p className="flex flex-wrap gap-x-3 text-meta text-subtle">
          <span>{teams.find((team) => team.id === canvas.teamId)?.name}</span>
          <span>{t('objects', { count: canvas.objects })}</span>
        </p>
        {canvas.campaignId ? (
          <p className="flex text-meta text-muted">
            <CampaignName id={canvas.campaignId} />
          </p>
        ) : null}
        <div className="mt-auto flex min-h-7 items-end justify-between gap-2 text-meta text-subtle">
          <Ago at={canvas.changedAt} className="relative" />
          {here.length ? (
            <span className="relative">
              <AvatarStack people={here} />
            </span>
          ) : null}
        </div>
      </div>
    </li>
  )
}
