import { Link } from '@remix-run/react'
import { Ellipsis, Plus } from 'lucide-react'
import { useState } from 'react'
import { useFormatter } from 'use-intl'
import type { CampaignRow } from '#server/campaign/campaign.reads.ts'
import type { CampaignPhase } from '#server/campaign/campaign.rules.ts'
import { CampaignDot } from '../board/card-facts.tsx'
import { PlanTabs } from '../board/plan-tabs.tsx'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import { Page } from '../shell/page.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { useCampaignWords } from './campaign-words.ts'

const CampaignDialog = lazyPart(async () => (await import('./campaign-dialog.tsx')).CampaignDialog)

type Row = CampaignRow & { phase: CampaignPhase }

/** Every campaign: when, whose, how far. */
export function CampaignsPage({ campaigns }: { campaigns: Row[] }) {
  const t = useCampaignWords()
  const may = useMay()
  const [editing, setEditing] = useState<CampaignRow | 'new' | null>(null)
  const mayMake = may('campaign:write')
  const fetchThen = useFetchThen()
  const edit = (which: CampaignRow | 'new') => fetchThen(CampaignDialog.fetch, () => setEditing(which))
  useCommand('campaign.new', mayMake ? () => edit('new') : null)
  const make = mayMake ? (
    <Button kind="primary" size="dense" icon={<Plus aria-hidden="true" />} onClick={() => edit('new')}>
      {t('create')}
    </Button>
  ) : null
  return (
    <Page title={t('title')} tabs={<PlanTabs />} tabsBelow act={make}>
      {campaigns.length ? (
        <ul className="mx-auto flex max-w-4xl flex-col divide-y divide-line px-3 py-4 md:px-4">
          {campaigns.map((campaign) => (
            <CampaignLine key={campaign.id} campaign={campaign} edit={() => edit(campaign)} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title={t('empty.title')}
          act={make}
          art={
            <LineArt>
              <path d="M20 60V12m0 4c12-8 24 8 36 0v24c-12 8-24-8-36 0" />
              <rect x="68" y="20" width="34" height="10" rx="3" />
              <rect x="68" y="40" width="22" height="10" rx="3" />
            </LineArt>
          }
        >
          {t('empty.body')}
        </EmptyState>
      )}
      {editing ? (
        <CampaignDialog campaign={editing === 'new' ? undefined : editing} close={() => setEditing(null)} />
      ) : null}
    </Page>
  )
}

const tones = { coming: 'slate', running: 'teal', over: 'neutral' } as const

interface CampaignLineProps {
  campaign: Row
  edit(): void
}

function CampaignLine({ campaign, edit }: CampaignLineProps) {
  const t = useCampaignWords()
  const format = useFormatter()
  const path = usePath()
  const may = useMay()
  const { teams } = useDirectory()
  const day = (value: string) =>
    format.dateTime(new Date(`${value}T12:00Z`), {
      month: 'short',
      day: 'numeric',
      year: 'numeric',
      timeZone: 'UTC',
    })
  const { id, name, goal, hue, startsOn, endsOn, posts, published, phase } = campaign
  return (
    <li className="flex items-start gap-3 py-3">
      <span className="mt-0.5">
        <CampaignDot hue={hue} />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link to={path(`campaign/${id}`)} className="text-body font-medium hover:underline">
            {name}
          </Link>
          <Badge tone={tones[phase]}>{t(`phase.${phase}`)}</Badge>
        </div>
        {goal ? <p className="mt-0.5 line-clamp-2 text-dense text-muted">{goal}</p> : null}
        <p className="mt-1 flex flex-wrap gap-x-3 text-meta text-subtle tabular-nums">
          <span>{teams.find((team) => team.id === campaign.teamId)?.name}</span>
          {startsOn || endsOn ? (
            <span>
              {startsOn ? day(startsOn) : '…'} – {endsOn ? day(endsOn) : '…'}
            </span>
          ) : null}
          <span>{t('posts', { posts, published })}</span>
        </p>
      </div>
      <div className="mt-2 hidden h-1 w-28 overflow-hidden rounded-full bg-n4 sm:block" aria-hidden="true">
        <div className="h-full bg-green" style={{ width: `${posts ? (published / posts) * 100 : 0}%` }} />
      </div>
      {may('campaign:write', campaign.teamId) ? (
        <LazyTrigger
          button={<IconButton label={t('menu', { name })} icon={<Ellipsis />} size="dense" />}
          load={async () => {
            const { CampaignMenu } = await import('./campaign-menu.tsx')
            return (props) => <CampaignMenu {...props} id={id} name={name} edit={edit} />
          }}
        />
      ) : null}
    </li>
  )
}
