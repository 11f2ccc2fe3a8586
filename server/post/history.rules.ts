/** One line of a post's history: a sentence under `draft.history.<key>`, by somebody, at an instant (epoch ms). */
export interface HistoryLine {
  n: number
  at: number
  memberId: string | null
  key: HistoryKey
  params: Record<string, string | number>
  /** Said in so many words, such as the reason for changes. */
  quote: string | null
}

export const HISTORY_KEYS = [
  'created',
  'moved',
  'rescheduled',
  'unscheduledTime',
  'rescheduledPart',
  'rejoined',
  'changed',
  'due',
  'dueCleared',
  'repeats',
  'repeatChanged',
  'repeatEnded',
  'listCreated',
  'listChanged',
  'listRemoved',
  'itemAdded',
  'itemDone',
  'itemUndone',
  'itemChanged',
  'itemRemoved',
  'attached',
  'detached',
  'archived',
  'restored',
  'edited',
  'editedVoided',
  'channels',
  'submitted',
  'withdrawn',
  'approved',
  'approvedPart',
  'changesRequested',
  'rejected',
  'commented',
  'replied',
  'resolved',
  'reopened',
  'scheduled',
  'unscheduled',
  'sent',
  'notSent',
  'dropped',
  'resolvedSending',
  'other',
] as const
export type HistoryKey = (typeof HISTORY_KEYS)[number]

/** Signs of life that are no history. */
const SILENT = new Set([
  'pen.moved',
  'pen.asked',
  'comment.edited',
  'comment.deleted',
  'delivery.waits',
  'delivery.retried',
  'post.spread',
])
/** An unbroken run of one person's edits this close together is one line, ms. */
const ONE_SITTING = 10 * 60_000

interface Row {
  n: number
  at: number
  type: string
  memberId: string | null
  data: unknown
}

type Data = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const size = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

const SAYS: Record<
  string,
  (data: Data) => { key: HistoryKey; params?: HistoryLine['params']; quote?: string }
> = {
  'post.created': () => ({ key: 'created' }),
  'post.moved': ({ set }) => {
    const stage = (set as Data | undefined)?.stage
    return { key: 'moved', params: { stage: text(stage) } }
  },
  'post.rescheduled': ({ set }) => {
    const at = (set as Data | undefined)?.sendAt
    return typeof at === 'number' ? { key: 'rescheduled', params: { at } } : { key: 'unscheduledTime' }
  },
  'post.changed': ({ set }) => {
    const at = (set as Data | undefined)?.dueAt
    if (at === undefined) return { key: 'changed' }
    return typeof at === 'number' ? { key: 'due', params: { at } } : { key: 'dueCleared' }
  },
  'series.started': () => ({ key: 'repeats' }),
  'series.changed': () => ({ key: 'repeatChanged' }),
  'series.ended': () => ({ key: 'repeatEnded' }),
  'checklist.created': ({ name }) => ({ key: 'listCreated', quote: text(name) }),
  'checklist.changed': ({ name }) => ({ key: 'listChanged', quote: text(name) }),
  'checklist.removed': ({ name }) => ({ key: 'listRemoved', quote: text(name) }),
  'checklist.itemAdded': (data) => ({ key: 'itemAdded', quote: text(data.text) }),
  'checklist.itemChanged': (data) => ({
    key: data.done === undefined ? 'itemChanged' : data.done ? 'itemDone' : 'itemUndone',
    quote: text(data.text),
  }),
  'checklist.itemRemoved': (data) => ({ key: 'itemRemoved', quote: text(data.text) }),
  'attachment.added': ({ name }) => ({ key: 'attached', quote: text(name) }),
  'attachment.removed': ({ name }) => ({ key: 'detached', quote: text(name) }),
  'variant.rescheduled': ({ sendAt: at, channels }) => {
    const params: HistoryLine['params'] = { channels: text(channels) }
    if (typeof at !== 'number') return { key: 'rejoined', params }
    return { key: 'rescheduledPart', params: { ...params, at } }
  },
  'post.archived': () => ({ key: 'archived' }),
  'post.restored': () => ({ key: 'restored' }),
  'post.edited': ({ voided }) => ({ key: size(voided) ? 'editedVoided' : 'edited' }),
  'post.channelsSet': ({ added, removed }) => ({
    key: 'channels',
    params: { added: size(added), removed: size(removed) },
  }),
  'post.submitted': () => ({ key: 'submitted' }),
  'post.withdrawn': () => ({ key: 'withdrawn' }),
  'approval.decided': ({ kind, comment, approved }) => ({
    key:
      kind === 'approve'
        ? approved
          ? 'approved'
          : 'approvedPart'
        : kind === 'reject'
          ? 'rejected'
          : 'changesRequested',
    quote: text(comment),
  }),
  'comment.started': ({ quote }) => ({ key: 'commented', quote: text(quote) }),
  'comment.replied': () => ({ key: 'replied' }),
  'thread.resolved': () => ({ key: 'resolved' }),
  'thread.reopened': () => ({ key: 'reopened' }),
  'post.scheduled': ({ set }) => {
    const at = (set as Data | undefined)?.sendAt
    return { key: 'scheduled', params: { at: typeof at === 'number' ? at : 0 } }
  },
  'post.unscheduled': () => ({ key: 'unscheduled' }),
  'delivery.sent': ({ channelId }) => ({ key: 'sent', params: { channelId: text(channelId) } }),
  'delivery.dropped': () => ({ key: 'dropped' }),
  'delivery.resolved': () => ({ key: 'resolvedSending' }),
  'delivery.notSent': ({ because, state }) =>
    state === 'cancelled' ? { key: 'dropped' } : { key: 'notSent', params: { because: text(because) } },
}

/** Events of one post, oldest first, as lines, newest first. Edits in one sitting become one line. */
export function historyOf(rows: readonly Row[]): HistoryLine[] {
  const lines: HistoryLine[] = []
  for (const { n, at, type, memberId, data } of rows) {
    if (SILENT.has(type)) continue
    const said = SAYS[type]?.((data ?? {}) as Data) ?? { key: 'other' as const }
    const last = lines.at(-1)
    if (said.key === 'moved' && !said.params?.stage) continue
    const goesOn =
      said.key === 'edited' &&
      (last?.key === 'edited' || last?.key === 'editedVoided') &&
      last.memberId === memberId &&
      at - last.at < ONE_SITTING
    if (last && goesOn) {
      last.at = at
      last.n = n
      continue
    }
    lines.push({ n, at, memberId, key: said.key, params: said.params ?? {}, quote: said.quote || null })
  }
  return lines.reverse()
}
