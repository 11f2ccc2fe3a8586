import { useDeferredValue, useMemo } from 'react'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import { useDraft, useDraftMeans } from './draft-context.tsx'
import { ALL, hasOwn, shownText, shownThreads, textPlace } from './draft-store.ts'
import { useDraftWords } from './draft-words.ts'
import { MediaStrip } from './media-strip.tsx'
import { PenBar } from './pen-bar.tsx'
import { SaveMark } from './save-mark.tsx'
import { overFrom, TextCounter } from './text-counter.tsx'
import { type Selected, TextEditor } from './text-editor.tsx'
import { usePictures } from './use-pictures.ts'
import { VariantTabs } from './variant-tabs.tsx'
import { WriterCaret } from './writer-caret.tsx'

/** The left side: which text, the text itself, its pictures, and whether all of it is safe. */
export function TextPane({
  onComment,
}: {
  onComment: (selected: Selected, variantId: string | null) => void
}) {
  const t = useDraftWords('text')
  const { store, saver, pen, words } = useDraftMeans()
  const { me } = useDirectory()
  const place = useDraft((state) => state.place)
  const shown = useDraft((state) => textPlace(state, state.place))
  const text = useDraft((state) => shownText(state, state.place))
  const own = useDraft((state) => hasOwn(state, state.place))
  const data = useDraft((state) => state.data)
  const typed = useDraft((state) => state.words)
  const threads = useMemo(() => shownThreads(data, typed, shown), [data, typed, shown])
  const can = useDraft((state) => state.data.can)
  const holder = useDraft((state) => state.data.pen)
  const thread = useDraft((state) => state.thread)
  const hovered = useDraft((state) => state.hovered)
  const conflicted = useDraft((state) => state.conflict?.place === state.place)
  const network = useDraft((state) => state.data.variants.find((one) => one.id === state.place)?.network)
  const locked = useDraft((state) => state.data.bond?.locked)
  const mayTouch = can.write && (holder === null || holder === me.memberId) && !conflicted
  // What HQ has locked is refused by the server, too.
  const mayWrite = mayTouch && !locked?.includes('text')
  const marks = useMemo(
    () =>
      threads.flatMap(({ id, anchor, resolvedAt }) =>
        anchor && !anchor.gone && resolvedAt === null && (anchor.variantId ?? ALL) === shown
          ? [{ id, start: anchor.start, end: anchor.end }]
          : [],
      ),
    [threads, shown],
  )
  const counted = useDeferredValue(text)
  const over = useMemo(() => (network ? overFrom(network, counted) : null), [network, counted])

  return (
    <div className="flex min-h-0 flex-col">
      <VariantTabs />
      <ConflictPanel />
      {place === ALL ? null : <OwnWords own={own} mayWrite={mayWrite} />}
      <div className="relative" data-draft-editor="">
        <TextEditor
          key={place}
          label={t('label')}
          text={text}
          readOnly={!mayWrite || !own}
          marks={marks}
          active={thread}
          hovered={hovered}
          overFrom={over}
          onType={(next) => {
            void pen.take()
            saver.type(place, next)
          }}
          onBlur={() => void saver.flush()}
          onCaret={(at) => words.point(place, at)}
          onHover={(id) => id !== store.getState().hovered && store.setState({ hovered: id })}
          onPick={(id) => store.setState({ thread: id })}
          onComment={can.comment ? (selected) => onComment(selected, shown === ALL ? null : shown) : null}
          over={(letters) => <WriterCaret place={shown} text={text} letters={letters} />}
        />
      </div>
      <div className="flex min-h-dense flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
        <TextCounter place={place} />
        <PenBar />
        <span className="ml-auto">{can.write ? <SaveMark /> : null}</span>
      </div>
      <MediaStrip place={place} mayWrite={mayTouch && !locked?.includes('media')} />
    </div>
  )
}

/** Says whether a channel uses the common words, and lets one begin or end its own. */
function OwnWords({ own, mayWrite }: { own: boolean; mayWrite: boolean }) {
  const t = useDraftWords('text')
  const { store, saver, pen, refresh } = useDraftMeans()
  const place = useDraft((state) => state.place)
  const text = useDraft((state) => shownText(state, state.place))
  const pictures = usePictures(place)

  async function begin() {
    if (await pen.take()) saver.type(place, text)
  }
  async function inherit() {
    if (!(await pen.take())) return
    await saver.flush()
    const { data } = store.getState()
    try {
      await act('post.edit', { postId: data.post.id, variantId: place, base: data.post.revision, text: null })
    } catch (error) {
      if (isActProblem(error)) toast({ kind: 'failed', title: error.message })
    }
    await refresh().catch(() => undefined)
  }
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-4 pt-2 text-meta text-subtle">
      <span>{own ? t('overrides') : t('inherits')}</span>
      {mayWrite ? (
        <>
          <Button kind="quiet" size="dense" onClick={() => void (own ? inherit() : begin())}>
            {own ? t('inherit') : t('own')}
          </Button>
          {pictures.inherits ? (
            <Button kind="quiet" size="dense" onClick={() => void pictures.own(true)}>
              {t('ownPictures')}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
