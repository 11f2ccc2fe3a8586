import { Link } from '@remix-run/react'
import { ChevronLeft, Pencil, Send } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { DriftReport } from '#server/bond/drift.reads.ts'
import type { CampaignPage as PageData } from '#server/campaign/campaign-page.reads.ts'
import { HereStack } from '../board/board-presence.tsx'
import { CampaignDot } from '../board/card-facts.tsx'
import { useBondWords } from '../bond/bond-words.ts'
import { DriftTable } from '../bond/drift-table.tsx'
import { usePath } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'
import { useReport } from '../live/presence/use-presence.ts'
import { useReadAgain } from '../live/read-again.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import { CampaignBrief } from './campaign-brief.tsx'
import { CampaignFacts, CampaignKpis } from './campaign-facts.tsx'
import { CampaignPosts, CampaignProgress } from './campaign-posts.tsx'
import { useCampaignWords } from './campaign-words.ts'

const CampaignDialog = lazyPart(async () => (await import('./campaign-dialog.tsx')).CampaignDialog)

const PublishDialog = lazyPart(async () => (await import('../bond/publish-dialog.tsx')).PublishDialog)

/** What moves a campaign's figures; several changes at once are read together. */
const MOVES = /^(post|variant|approval|delivery|campaign|bond)\./
const GATHER_MS = 400

/** One campaign: what it is for, how far it is, what belongs to it. Kept current for everybody who looks at it. */
export function CampaignPage({ page, drift }: { page: PageData; drift: DriftReport }) {
  const t = useCampaignWords()
  const path = usePath()
  const bond = useBondWords('publish')
  const [editing, setEditing] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const fetchThen = useFetchThen()
  const { campaign, budget, can } = page
  useReport({ page: 'campaign', focus: `campaign:${campaign.id}` })
  useLiveCampaign(page.head)
  return (
    <Page
      title={campaign.name}
      presence={<HereStack />}
      act={
        <>
          {can.write ? (
            <Button
              size="dense"
              icon={<Pencil aria-hidden="true" />}
              aria-label={t('change')}
              className="max-sm:w-8 max-sm:px-0"
              onClick={() => fetchThen(CampaignDialog.fetch, () => setEditing(true))}
            >
              <span className="max-sm:hidden">{t('change')}</span>
            </Button>
          ) : null}
          {can.publish ? (
            <Button
              kind="primary"
              size="dense"
              icon={<Send aria-hidden="true" />}
              aria-label={bond('act')}
              onClick={() => fetchThen(PublishDialog.fetch, () => setPublishing(true))}
            >
              <span className="max-sm:hidden">{bond('act')}</span>
            </Button>
          ) : null}
        </>
      }
    >
      <div className="mx-auto flex max-w-5xl flex-col gap-6 px-3 py-4 md:px-4">
        <nav className="flex items-center gap-2 text-dense">
          <Link
            to={path('campaigns')}
            className="flex items-center gap-0.5 text-muted hover:underline [&_svg]:size-4"
          >
            <ChevronLeft aria-hidden="true" />
            {t('title')}
          </Link>
          <CampaignDot hue={campaign.hue} />
        </nav>
        <CampaignFacts page={page} />
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
          <CampaignProgress page={page} />
          <CampaignKpis kpis={page.kpis} />
        </div>
        <CampaignBrief
          key={campaign.id}
          id={campaign.id}
          brief={campaign.brief}
          revision={campaign.briefRevision}
          mayWrite={can.write}
        />
        {page.central && (drift.published || can.publish) ? (
          <DriftTable id={campaign.id} drift={drift} />
        ) : null}
        <CampaignPosts page={page} />
      </div>
      {publishing ? (
        <PublishDialog
          id={campaign.id}
          name={campaign.name}
          drift={drift}
          close={() => setPublishing(false)}
        />
      ) : null}
      {editing ? <CampaignDialog campaign={{ ...campaign, budget }} close={() => setEditing(false)} /> : null}
    </Page>
  )
}

/** Reads the page again when something of a campaign has moved. */
function useLiveCampaign(head: number): void {
  const readAgain = useReadAgain()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEvents(head, ({ type }) => {
    if (!MOVES.test(type)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(readAgain, GATHER_MS)
  })
}
