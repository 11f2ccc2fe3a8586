import { useEffect, useState } from 'react'
import type { KeptVersion } from '#server/post/history.reads.ts'
import type { HistoryLine } from '#server/post/history.rules.ts'
import { useDeliveryWords } from '../delivery/delivery-words.ts'
import { PostSending } from '../delivery/post-sending.tsx'
import { useDirectory, usePath } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Ago } from '../ui/time.tsx'
import { useWriteDate } from '../ui/use-write-date.ts'
import { useDraft } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'
import { Versions } from './versions.tsx'

interface History {
  lines: HistoryLine[]
  versions: KeptVersion[]
}

/** What happened to the post, newest first, and the versions it had. Read when looked at, and again with every change. */
export function HistoryTab() {
  const t = useDraftWords('history')
  const path = usePath()
  const postId = useDraft((state) => state.data.post.id)
  const head = useDraft((state) => `${state.data.head} ${state.data.post.revision}`)
  const [history, setHistory] = useState<History | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the post has changed
  useEffect(() => {
    const control = new AbortController()
    const timer = setTimeout(
      async () => {
        try {
          const response = await fetch(path(`post/${postId}/history`), { signal: control.signal })
          if (response.ok) setHistory((await response.json()) as History)
        } catch {
          // Left, or no connection: what is shown stays, the next change asks again.
        }
      },
      history ? 400 : 0,
    )
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [postId, path, head])
  if (!history) return <Skeleton className="m-4 h-24" />
  return (
    <div className="flex flex-col gap-5 p-4">
      <PostSending />
      <Versions versions={history.versions} />
      {history.lines.length ? (
        <ol className="flex flex-col gap-3">
          {history.lines.map((line) => (
            <Line key={line.n} line={line} />
          ))}
        </ol>
      ) : (
        <EmptyState title={t('empty')} />
      )}
    </div>
  )
}

function Line({ line }: { line: HistoryLine }) {
  const t = useDraftWords('history')
  const write = useWriteDate()
  const { channels, members } = useDirectory()
  const why = useBecause()
  const person = line.memberId
    ? (members.find((one) => one.id === line.memberId) ?? { id: line.memberId, name: '?' })
    : { id: 'system', name: t('system') }
  const { at, stage, because, channelId } = line.params
  const reason = because ? why(String(because)) : ''
  const words = t(line.key === 'notSent' && !reason ? 'notSentPlain' : line.key, {
    because: reason,
    channel: channels.find((one) => one.id === channelId)?.name ?? '',
    name: person.name,
    stage: String(stage ?? ''),
    channels: String(line.params.channels ?? ''),
    time: typeof at === 'number' ? write(at, 'moment') : '',
  })
  return (
    <li className="flex gap-2 text-dense">
      <Avatar person={person} size={20} silent className="mt-px" />
      <div className="min-w-0">
        <p>
          {words} <Ago at={line.at} className="text-meta text-subtle" />
        </p>
        {line.quote ? (
          <p className="mt-0.5 line-clamp-3 whitespace-pre-wrap break-words border-l-2 border-line pl-2 text-muted">
            {line.quote}
          </p>
        ) : null}
      </div>
    </li>
  )
}

/** The words of a reason code; none for a code without words, which people are never shown. */
function useBecause(): (code: string) => string {
  const t = useDeliveryWords('because')
  return (code) => {
    const key = code as Parameters<typeof t.has>[0]
    return t.has(key) ? t(key) : ''
  }
}
