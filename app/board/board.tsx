import { Outlet, useSearchParams } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'
import { filterFrom, isFiltering } from '#server/post/filter.rules.ts'
import { STAGES, type Stage } from '#server/post/stage.rules.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { Cursors } from '../live/presence/cursors.tsx'
import { PresenceRoom } from '../live/presence/presence-room.tsx'
import { handlerOf, useCommand } from '../shell/command-handlers.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Announcements, useAnnouncer } from './announcements.tsx'
import { BoardProvider } from './board-context.tsx'
import { useBoardKeys } from './board-keys.ts'
import { BoardOverlays } from './board-overlays.tsx'
import { BoardPresence, HereStack } from './board-presence.tsx'
import { BulkLayer } from './bulk-layer.tsx'
import { CardMenuArea } from './card-context-menu.tsx'
import { Columns } from './columns.tsx'
import { EmptyBoard, NothingFits } from './empty-board.tsx'
import { FilterBar } from './filter-bar.tsx'
import { useGlide } from './glide.ts'
import { byStage } from './groupings.ts'
import { PlanTabs } from './plan-tabs.tsx'
import { StageTabs } from './stage-tabs.tsx'
import { type CardData, useBoardSetup } from './use-board-setup.ts'
import { useSelection } from './use-selection.ts'

/** Kanban by stage. */
export function BoardPage({ data }: { data: CardData }) {
  const t = useTranslations('board')
  const { workspace, presence } = useDirectory()
  const may = useMay()
  const [params] = useSearchParams()
  const { said, hear } = useAnnouncer()
  const { board, openPost, asked, ask, closeAsked } = useBoardSetup('board', data, byStage, hear)
  const [stage, setStage] = useState<Stage>('draft')
  const root = useRef<HTMLDivElement>(null)
  const press = useBoardKeys(board)
  const select = useSelection(board)
  const mayAdd = may('post:write')
  useGlide(board.cards, root)
  useFirstCard(board)
  useCommand('campaign.new', may('campaign:write') ? () => ask({ what: 'campaign' }) : null)
  const empty = useStore(board.cards.store, (state) => state.cards.size === 0)
  const hidden = useStore(board.cards.store, (state) =>
    Object.values(state.groups).every((list) => list.length === 0),
  )
  const filtering = isFiltering(filterFrom(params))

  function add() {
    setStage('idea')
    handlerOf('post.new')?.()
  }

  return (
    <PresenceRoom id={`${workspace.id}:plan`} access={presence}>
      <BoardProvider value={board}>
        <BoardPresence page="board" openPost={openPost} />
        <Announcements said={said} />
        <Page
          fixed
          title={t('title')}
          tabs={<PlanTabs />}
          tabsBelow
          filters={<FilterBar />}
          presence={<HereStack />}
          act={
            mayAdd ? (
              <Button kind="primary" size="dense" icon={<Plus aria-hidden="true" />} onClick={add}>
                {t('add')}
              </Button>
            ) : null
          }
        >
          <div className="flex h-full min-h-0 flex-col" ref={root}>
            <StageTabs stage={stage} onChange={setStage} />
            {empty ? <EmptyBoard mayAdd={mayAdd} add={add} /> : hidden && filtering ? <NothingFits /> : null}
            <CardMenuArea>
              {(openMenu) => (
                // biome-ignore lint/a11y/noStaticElementInteractions: keys and menu belong to the cards inside
                <div
                  className="min-h-0 flex-1 overflow-x-auto overflow-y-hidden px-2 max-md:px-3 md:px-3"
                  onClickCapture={select.onClickCapture}
                  onKeyDown={(event) => {
                    press(event)
                    select.onKeyDown(event)
                  }}
                  onContextMenu={openMenu}
                >
                  <Cursors surface="board" className="flex h-full w-max min-w-full gap-2 max-md:w-full">
                    <Columns stage={stage} mayAdd={mayAdd} />
                  </Cursors>
                </div>
              )}
            </CardMenuArea>
          </div>
        </Page>
        <BulkLayer />
        <BoardOverlays asked={asked} board={board} close={closeAsked} />
        <Outlet />
      </BoardProvider>
    </PresenceRoom>
  )
}

/** There is always exactly one card that Tab comes to. */
function useFirstCard({ cards, focus }: ReturnType<typeof useBoardSetup>['board']): void {
  useEffect(() => {
    const choose = () => {
      const current = focus.current()
      const lists = Object.values(cards.getState().groups)
      if (current !== null && lists.some((list) => list.includes(current))) return
      focus.setCurrent(STAGES.map((stage) => cards.group(stage)[0]).find((id) => id !== undefined) ?? null)
    }
    choose()
    return cards.store.subscribe(choose)
  }, [cards, focus])
}
