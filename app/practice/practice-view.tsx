import { CloudLightning } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PracticePage } from '#server/network/practice/practice.reads.ts'
import { useDirectory, usePath } from '../live/directory.tsx'
import { PresenceRoom } from '../live/presence/presence-room.tsx'
import { useHereOn, useReport } from '../live/presence/use-presence.ts'
import { useCommand } from '../shell/command-handlers.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { FacesHere } from '../ui/faces-here.tsx'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TabLinks } from '../ui/tabs.tsx'
import { DirectChat } from './direct-chat.tsx'
import { Feed } from './feed.tsx'
import { PracticeContext } from './practice-context.tsx'
import { usePracticeWords } from './practice-words.ts'
import { ProfileHead } from './profile-head.tsx'
import { StormBanner } from './storm-banner.tsx'
import { usePracticeSetup } from './use-practice-setup.ts'

const StormDialog = lazyPart(async () => (await import('./storm-dialog.tsx')).StormDialog)

/** The page of one practice channel: on the left what is said in public, on the right the direct messages. */
export function PracticeView({ page, head }: { page: PracticePage; head: number }) {
  const t = usePracticeWords()
  const path = usePath()
  const { channels, presence, workspace } = useDirectory()
  const practice = usePracticeSetup(page, head)
  const [side, setSide] = useState<'public' | 'direct'>('public')
  const [storming, setStorming] = useState(false)
  const fetchThen = useFetchThen()
  const storm = () => fetchThen(StormDialog.fetch, () => setStorming(true))
  const say = useRef<HTMLTextAreaElement>(null)
  const message = useRef<HTMLTextAreaElement>(null)
  const go = (where: 'public' | 'direct', field: typeof say) => {
    setSide(where)
    requestAnimationFrame(() => field.current?.focus())
  }
  useCommand('practice.say', page.mayPlay ? () => go('public', say) : null)
  useCommand('practice.message', page.mayPlay ? () => go('direct', message) : null)
  useCommand('practice.storm', page.mayPlay ? storm : null)
  const others = channels.filter(({ network }) => network === 'practice')
  return (
    <PresenceRoom id={`${workspace.id}:practice`} access={presence}>
      <PracticeContext.Provider value={practice}>
        <Page
          fixed
          title={t('title')}
          presence={<Here channelId={page.channelId} />}
          tabs={
            others.length > 1 ? (
              <TabLinks
                label={t('channels')}
                links={others.map(({ id, name }) => ({ to: path(`practice/${id}`), label: name }))}
              />
            ) : null
          }
          act={
            page.mayPlay ? (
              <Button icon={<CloudLightning />} onClick={storm}>
                <span className="max-sm:sr-only">{t('storm.start')}</span>
              </Button>
            ) : null
          }
        >
          <div className="flex h-full min-h-0 flex-col">
            <StormBanner />
            <div className="border-b border-line px-3 py-2 lg:hidden">
              <Segmented<'public' | 'direct'>
                label={t('feed.show')}
                value={side}
                onChange={setSide}
                segments={[
                  { value: 'public', label: t('direct.publicTab') },
                  { value: 'direct', label: t('direct.tab') },
                ]}
              />
            </div>
            <div className="flex min-h-0 flex-1">
              <div
                className={cx('min-h-0 min-w-0 flex-1 overflow-y-auto', side === 'direct' && 'max-lg:hidden')}
              >
                <div className="mx-auto max-w-160 bg-panel lg:min-h-full lg:border-x lg:border-line">
                  <ProfileHead />
                  <Feed field={say} />
                </div>
              </div>
              <aside
                className={cx(
                  'flex min-h-0 w-full flex-col bg-panel lg:w-84 lg:border-l lg:border-line',
                  side === 'public' && 'max-lg:hidden',
                )}
              >
                <DirectChat field={message} />
              </aside>
            </div>
          </div>
        </Page>
        {storming ? <StormDialog onClose={() => setStorming(false)} /> : null}
      </PracticeContext.Provider>
    </PresenceRoom>
  )
}

/** Who else is on this channel's page. */
function Here({ channelId }: { channelId: string }) {
  const page = `practice/${channelId}`
  useReport({ page })
  const people = useHereOn(page)
  return <FacesHere people={people} />
}
