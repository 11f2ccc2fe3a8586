import { Send } from 'lucide-react'
import { useRef } from 'react'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import type { NetworkId } from '#server/network/network.rules.ts'
import { useNetworkName } from '../channel/use-network-name.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CounterRing } from '../ui/counter-ring.tsx'
import { cx } from '../ui/cx.ts'
import { Keys } from '../ui/kbd.tsx'
import { fieldClass } from '../ui/text-field.tsx'
import { useInboxWords } from './inbox-words.ts'
import { useComposer } from './use-composer.ts'
import { useMeasure } from './use-measure.ts'
import type { LiveThread } from './use-thread.ts'

interface ComposerProps {
  thread: LiveThread
  row: InboxRow
}

/** Where one answers, or why one cannot. */
export function Composer({ thread, row }: ComposerProps) {
  const t = useInboxWords('thread')
  const may = useMay()
  const { channels } = useDirectory()
  const note = 'shrink-0 border-t border-line px-4 py-3 text-dense text-muted'
  if (!may('conversation:reply', row.teamId)) return <p className={note}>{t('readOnly')}</p>
  if (thread.view.channelStatus !== 'connected') {
    const channel = channels.find(({ id }) => id === row.channelId)?.name ?? ''
    return <p className={note}>{t('disconnected', { channel })}</p>
  }
  return <Writing thread={thread} row={row} />
}

function Writing({ thread, row }: ComposerProps) {
  const t = useInboxWords('compose')
  const field = useRef<HTMLTextAreaElement>(null)
  const composer = useComposer(thread, row)
  const { text, second } = composer
  const measured = useMeasure(row.network as NetworkId, text)
  const networkName = useNetworkName()
  useCommand('conversation.reply', () => field.current?.focus())
  const over = measured !== null && measured.used > measured.limit
  const ready = text.trim() !== '' && !over
  const send = () => ready && void composer.send()
  return (
    <form
      className="flex shrink-0 flex-col gap-2 border-t border-line px-3 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:px-4"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {second ? (
        <Banner tone="amber" urgent>
          <p className="font-medium">{t('answered', { name: second.name })}</p>
          {second.text ? <p className="mt-0.5 line-clamp-4 whitespace-pre-wrap">“{second.text}”</p> : null}
          <p className="mt-0.5 text-meta">{t('kept')}</p>
        </Banner>
      ) : null}
      <textarea
        ref={field}
        aria-label={t('label')}
        aria-invalid={over || undefined}
        placeholder={t('placeholder', { name: row.name, network: networkName(row.network) })}
        rows={2}
        value={text}
        onChange={({ target }) => composer.write(target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            send()
          }
          if (event.key === 'Escape') field.current?.blur()
        }}
        className={cx(
          fieldClass,
          'field-sizing-content max-h-[40dvh] min-h-16 resize-none px-3 py-2 text-body',
        )}
      />
      <div className="flex items-center gap-3">
        {measured ? <CounterRing used={measured.used} limit={measured.limit} /> : <span className="h-5" />}
        <span className="ml-auto flex items-center gap-2">
          {second ? (
            <Button kind="quiet" onClick={composer.discard}>
              {t('notNeeded')}
            </Button>
          ) : (
            <span className="text-subtle max-md:hidden">
              <Keys keys="mod+enter" />
            </span>
          )}
          <Button
            type="submit"
            kind="primary"
            icon={<Send aria-hidden="true" />}
            disabled={!ready}
            busy={composer.busy}
          >
            {second ? t('sendAnyway') : t('send')}
          </Button>
        </span>
      </div>
    </form>
  )
}
