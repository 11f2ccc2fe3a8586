import type { Draft } from '#server/post/draft.reads.ts'
import { useDirectory } from '../live/directory.tsx'
import { PresenceRoom } from '../live/presence/presence-room.tsx'
import { Page } from '../shell/page.tsx'
import { CopyLink } from './copy-link.tsx'
import { DraftProvider } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'
import { PostTitle } from './post-title.tsx'
import { PostView } from './post-view.tsx'
import { Readers } from './readers.tsx'

/** A post as a page of its own: where links from outside lead. */
export function PostPage({ draft }: { draft: Draft }) {
  const t = useDraftWords()
  const { workspace, presence } = useDirectory()
  return (
    <PresenceRoom id={`${workspace.id}:plan`} access={presence}>
      <DraftProvider initial={draft} key={draft.post.id}>
        <Page title={t('sheet')} fixed presence={<Readers />} act={<CopyLink />}>
          <div className="flex h-full min-h-0 flex-col bg-panel max-md:overflow-y-auto">
            <div className="flex min-h-topbar shrink-0 items-center border-b border-line px-4">
              <PostTitle />
            </div>
            <PostView />
          </div>
        </Page>
      </DraftProvider>
    </PresenceRoom>
  )
}
