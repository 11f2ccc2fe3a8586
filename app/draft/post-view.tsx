import { type KeyboardEvent, useEffect, useState } from 'react'
import { v7 } from 'uuid'
import { reanchor } from '#server/comment/anchor.rules.ts'
import type { ThreadView } from '#server/comment/thread.reads.ts'
import { ApprovalTab } from '../approval/approval-tab.tsx'
import { AskedFor } from '../approval/asked-for.tsx'
import { BondPanel } from '../bond/bond-panel.tsx'
import { CommentsTab } from '../comment/comments-tab.tsx'
import type { Range } from '../comment/use-comment-acts.ts'
import { SendingTrouble } from '../delivery/post-sending.tsx'
import { useReport } from '../live/presence/use-presence.ts'
import { cx } from '../ui/cx.ts'
import { type BarDialog, BottomBar } from './bottom-bar.tsx'
import { DetailsTab } from './details-tab.tsx'
import { useDraft, useDraftMeans } from './draft-context.tsx'
import { ALL, shownText } from './draft-store.ts'
import { useDraftWords } from './draft-words.ts'
import { HistoryTab } from './history-tab.tsx'
import { PaneTabs } from './pane-tabs.tsx'
import { Preview } from './preview.tsx'
import type { Selected } from './text-editor.tsx'
import { TextPane } from './text-pane.tsx'
import { useBar } from './use-bar.ts'
import { usePostActs } from './use-post-acts.ts'
import { useWords } from './use-words.ts'

export const PANES = ['text', 'preview', 'details', 'comments', 'approval', 'history'] as const
export type Pane = (typeof PANES)[number]

/** The post: text, previews, what is said and decided about it, and the next act. Columns, or tabs on a phone. */
export function PostView() {
  const t = useDraftWords('panes')
  const { store } = useDraftMeans()
  const postId = useDraft((state) => state.data.post.id)
  const writing = useDraft((state) => state.save === 'unsaved' || state.save === 'saving')
  const reviewed = useDraft((state) => state.data.post.stage === 'in_review')
  const thread = useDraft((state) => state.thread)
  const bound = useDraft((state) => state.data.bond !== null)
  const bar = useBar()
  const decides = bar.act === 'decide'
  const acts = usePostActs()
  useWords()
  const [dialog, setDialog] = useState<BarDialog>(null)
  // What an approver came for is shown first; on a phone it is the whole screen.
  const [side, setSide] = useState<Pane>(reviewed ? 'approval' : 'comments')
  const [pane, setPane] = useState<Pane>(decides ? 'preview' : 'text')
  const [range, setRange] = useState<Range | null>(null)
  useReport({ focus: `post:${postId}`, typing: writing ? `post:${postId}` : undefined })
  useEffect(() => {
    if (thread) setSide('comments')
  }, [thread])
  useEffect(() => {
    if (decides) setSide('approval')
  }, [decides])

  // The words one is commenting on move while somebody else writes.
  const key = range?.key
  const about = range?.variantId ?? ALL
  useEffect(() => {
    if (!key) return
    let before = shownText(store.getState(), about)
    return store.subscribe((state) => {
      const after = shownText(state, about)
      const from = before
      if (after === from) return
      before = after
      setRange((old) => {
        const [at] = old?.key === key ? reanchor([{ ...old.anchor, gone: false }], from, after) : []
        return old && at && !at.gone
          ? { ...old, anchor: { ...old.anchor, start: at.start, end: at.end } }
          : old
      })
      before = after
    })
  }, [key, about, store])

  function comment({ start, end, quote }: Selected, variantId: string | null) {
    setRange({ variantId, anchor: { start, end, quote }, key: v7() })
    setSide('comments')
    setPane('comments')
  }
  function show({ id, anchor }: ThreadView) {
    if (!anchor) return
    store.setState({ thread: id, place: anchor.variantId ?? ALL })
    setPane('text')
    requestAnimationFrame(() => {
      const field = document.querySelector<HTMLTextAreaElement>('[data-draft-text]')
      if (!field || field.value !== shownText(store.getState(), anchor.variantId ?? ALL)) return
      field.focus()
      field.setSelectionRange(anchor.start, anchor.end)
      document.querySelector(`[data-mark="${id}"]`)?.scrollIntoView({ block: 'center' })
    })
  }
  function next() {
    if (!bar.act || bar.blocked || acts.busy) return
    if (bar.act === 'start') void acts.start()
    else if (bar.act === 'submit') void acts.submit()
    else if (bar.act === 'decide') void acts.decide('approve')
    else setDialog('time')
  }
  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.defaultPrevented || dialog) return
    event.preventDefault()
    next()
  }
  const open = (name: Pane) => cx(pane === name ? 'max-md:flex' : 'max-md:hidden')
  const sides = ['comments', 'details', 'approval', 'history'] as const
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the whole sheet, beside its button
    <div
      className="flex min-h-0 flex-1 flex-col outline-none"
      tabIndex={-1}
      data-autofocus=""
      onKeyDown={press}
    >
      {bound ? <BondPanel /> : null}
      <PaneTabs
        className="md:hidden"
        label={t('text')}
        panes={PANES}
        value={pane}
        onChange={(value) => {
          setPane(value)
          if (sides.some((one) => one === value)) setSide(value)
        }}
      />
      <div className="grid min-h-0 flex-1 max-md:content-start max-md:overflow-y-auto grid-cols-[minmax(0,1fr)] md:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_19rem_21rem]">
        <section
          className={cx('min-h-0 flex-col md:overflow-y-auto', open('text'), 'md:flex')}
          aria-label={t('text')}
        >
          <TextPane onComment={comment} />
          <div className="hidden border-t border-line md:block xl:hidden">
            <Preview />
          </div>
        </section>
        <section
          className={cx(
            'min-h-0 flex-col border-line bg-canvas md:hidden xl:flex xl:overflow-y-auto xl:border-l',
            open('preview'),
          )}
          aria-label={t('preview')}
        >
          <Preview />
        </section>
        <div
          className={cx(
            'min-h-0 flex-col border-line md:flex md:border-l',
            sides.some((one) => one === pane) ? 'max-md:flex' : 'max-md:hidden',
          )}
        >
          <PaneTabs
            className="max-md:hidden"
            label={t('comments')}
            panes={sides}
            value={side}
            onChange={setSide}
          />
          <div className="min-h-0 flex-1 md:overflow-y-auto">
            {side === 'comments' ? <CommentsTab range={range} onRange={setRange} onShow={show} /> : null}
            {side === 'details' ? <DetailsTab /> : null}
            {side === 'approval' ? <ApprovalTab /> : null}
            {side === 'history' ? <HistoryTab /> : null}
          </div>
        </div>
      </div>
      <AskedFor />
      <SendingTrouble />
      <BottomBar bar={bar} acts={acts} dialog={dialog} onDialog={setDialog} onNext={next} />
    </div>
  )
}
