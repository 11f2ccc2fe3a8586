import { Outlet, useSearchParams } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'
import type { CardsPage } from '#server/post/card-pack.rules.ts'
import { filterFrom, isFiltering } from '#server/post/filter.rules.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { Follow, FollowStack } from '../live/follow/follow.tsx'
import { Cursors } from '../live/presence/cursors.tsx'
import { PresenceRoom } from '../live/presence/presence-room.tsx'
import { handlerOf, useCommand } from '../shell/command-handlers.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Announcements, useAnnouncer } from './announcements.tsx'
import { BoardProvider } from './board-context.tsx'
import { useBoardKeys } from './board-keys.ts'
import { BoardOverlays } from './board-overlays.tsx'
import { BoardPresence } from './board-presence.tsx'
import { BulkLayer } from './bulk-layer.tsx'
import { CardMenuArea } from './card-context-menu.tsx'
import { Columns } from './columns.tsx'
import { DisplayButton } from './display-button.tsx'
import { ground } from './drag-ground.ts'
import { EmptyBoard, NothingFits } from './empty-board.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Folds } from './folds.rules.ts'
import { useGlide } from './glide.ts'
import { Lanes } from './lanes.tsx'
import { useLayout } from './layout.ts'
import { PlanTabs } from './plan-tabs.tsx'
import { StageTabs } from './stage-tabs.tsx'
import { useBoardSetup } from './use-board-setup.ts'
import { useScrollAtEdges } from './use-drag.ts'
import { useSelection } from './use-selection.ts'

/** Kanban by stage. */
export function BoardPage({ data, folds }: { data: CardsPage; folds: Folds }) {
  const t = useTranslations('board')
  const { workspace, presence } = useDirectory()
  const may = useMay()
  const [params] = useSearchParams()
  const { said, hear } = useAnnouncer()
  const layout = useLayout()
  const { board, openPost, asked, ask, closeAsked } = useBoardSetup('board', data, layout.grouping, {
    hearFirst: hear,
    layout,
    folds,
  })
  const [chosen, setChosen] = useState('draft')
  // A stage that was removed is not there to be shown.
  const shown = layout.columns.some(({ key }) => key === chosen) ? chosen : 'draft'
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  useScrollAtEdges(scroller)
  const groups = layout.order.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what stands there
  useEffect(() => ground.slide(), [groups])
  const press = useBoardKeys(board)
  const select = useSelection(board)
  const mayAdd = may('post:write')
  useGlide(board.cards, root)
  useFirstCard(board)
  useCommand('stage.manage', may('stage:manage') ? board.askStages : null)
  useCommand('campaign.new', may('campaign:write') ? () => ask({ what: 'campaign' }) : null)
  const empty = useStore(board.cards.store, (state) => state.cards.size === 0)
  const hidden = useStore(board.cards.store, (state) =>
    Object.values(state.groups).every((list) => list.length === 0),
  )
  const filtering = isFiltering(filterFrom(params))

  function add() {
    setChosen('idea')
    handlerOf('post.new')?.()
  }
  // A phone shows the column first that it begins in.
  useCommand('post.write', mayAdd ? add : null)

  return (
    <PresenceRoom id={`${workspace.id}:plan`} access={presence}>
      <BoardProvider value={board}>
        <Follow />
        <BoardPresence page="board" openPost={openPost} />
        <Announcements said={said} />
        <Page
          fixed
          title={t('title')}
          tabs={<PlanTabs />}
          tabsBelow
          filters={
            <>
              <DisplayButton />
              <FilterBar />
            </>
          }
          presence={<FollowStack />}
          act={
            mayAdd ? (
              <Button kind="primary" size="dense" icon={<Plus aria-hidden="true" />} onClick={add}>
                {t('add')}
              </Button>
            ) : null
          }
        >
          <div className="flex h-full min-h-0 flex-col" ref={root}>
            <StageTabs layout={layout} shown={shown} onChange={setChosen} />
            {empty ? <EmptyBoard mayAdd={mayAdd} add={add} /> : hidden && filtering ? <NothingFits /> : null}
            <CardMenuArea>
              {(openMenu) => (
                // biome-ignore lint/a11y/noStaticElementInteractions: keys and menu belong to the cards inside
                <div
                  ref={scroller}
                  data-scroller=""
                  className={cx(
                    'min-h-0 flex-1 px-2 max-md:px-3 md:px-3',
                    layout.lanes ? 'overflow-auto pb-(--foot)' : 'overflow-x-auto overflow-y-hidden',
                  )}
                  onClickCapture={select.onClickCapture}
                  onKeyDown={press}
                  onContextMenu={openMenu}
                >
                  <Cursors
                    surface="board"
                    className={cx('w-max min-w-full max-md:w-full', !layout.lanes && 'flex h-full gap-2')}
                  >
                    {layout.lanes ? (
                      <Lanes layout={layout} shown={shown} mayAdd={mayAdd} scroller={scroller} />
                    ) : (
                      <Columns layout={layout} shown={shown} mayAdd={mayAdd} />
                    )}
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
function useFirstCard({ cards, focus, layout }: ReturnType<typeof useBoardSetup>['board']): void {
  useEffect(() => {
    const choose = () => {
      const current = focus.current()
      const lists = Object.values(cards.getState().groups)
      if (current !== null && lists.some((list) => list.includes(current))) return
      const { order } = layout.current
      focus.setCurrent(order.map((group) => cards.group(group)[0]).find((id) => id !== undefined) ?? null)
    }
    choose()
    return cards.store.subscribe(choose)
  }, [cards, focus, layout])
}
