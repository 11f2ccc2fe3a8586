import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { createStore, type StoreApi, useStore } from 'zustand'
import type { LogEvent } from '#server/event/catalogue.ts'
import { useDirectory } from '../live/directory.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { type Summary, toldBy } from './announce.rules.ts'
import { createAnnouncer } from './announcer.ts'
import type { CardStore } from './card-store.ts'

type Said = StoreApi<{ summary: Summary | null }>

/** Listens to what others do on a board. Hand it each event before the cards take it in. */
export function useAnnouncer(): { said: Said; hear(event: LogEvent, cards: CardStore): void } {
  const { me } = useDirectory()
  const [said] = useState((): Said => createStore(() => ({ summary: null })))
  const announcer = useRef<ReturnType<typeof createAnnouncer>>(undefined)
  useEffect(() => {
    announcer.current = createAnnouncer((summary) => said.setState({ summary }))
    return () => announcer.current?.stop()
  }, [said])
  const hear = useCallback(
    (event: LogEvent, cards: CardStore) => {
      const { id } = event.data as { id?: string }
      const told = toldBy(event, id === undefined ? undefined : cards.card(id), me.memberId)
      if (told) announcer.current?.tell(told)
    },
    [me.memberId],
  )
  return { said, hear }
}

/** Says politely, to those who listen instead of looking, what others did on the board. */
export function Announcements({ said }: { said: Said }) {
  const t = useTranslations('board')
  const { members, stages } = useDirectory()
  const summary = useStore(said, (state) => state.summary)
  return <VisuallyHidden live>{summary ? sentence(summary) : null}</VisuallyHidden>

  function sentence(one: Summary): string {
    if (one.say === 'many') return t('announce.many', { count: one.count })
    const { what, stage: at, workingId, memberId, title: words } = one.told
    const working = stages.find(({ id }) => id === workingId)
    const stage = working ? working.name : at ? t(`stage.${at}`) : ''
    const title = words || t('card.untitled')
    const name = members.find(({ id }) => id === memberId)?.name
    if (what === 'removed') return t('announce.removed', { name: name ?? 'Hubbub', title })
    if (what === 'created') return t('announce.created', { name: name ?? 'Hubbub', title, stage })
    return name ? t('announce.moved', { name, title, stage }) : t('announce.now', { title, stage })
  }
}
