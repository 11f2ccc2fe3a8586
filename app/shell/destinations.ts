import {
  CalendarDays,
  ChartNoAxesCombined,
  Drama,
  Inbox,
  type LucideIcon,
  Shapes,
  SquareKanban,
} from 'lucide-react'
import type { MessageKeys, NestedKeyOf } from 'use-intl'
import type { Messages } from '#server/i18n/messages.ts'

type Key = MessageKeys<Messages, NestedKeyOf<Messages>>

/** A place in the rail; on a phone the first four stand in the bottom bar, the rest under "More". */
export interface Destination {
  id: string
  to: string
  title: Extract<Key, `shell.nav.${string}`>
  icon: LucideIcon
  keys?: string
}

/** The places that exist, in the order of the rail. */
export const destinations: readonly Destination[] = [
  { id: 'board', to: '/board', title: 'shell.nav.board', icon: SquareKanban, keys: 'g b' },
  { id: 'calendar', to: '/calendar', title: 'shell.nav.calendar', icon: CalendarDays, keys: 'g c' },
  { id: 'inbox', to: '/inbox', title: 'shell.nav.inbox', icon: Inbox, keys: 'g i' },
  { id: 'dashboard', to: '/dashboard', title: 'shell.nav.dashboard', icon: ChartNoAxesCombined, keys: 'g d' },
  { id: 'canvas', to: '/canvas', title: 'shell.nav.canvas', icon: Shapes, keys: 'g k' },
  { id: 'practice', to: '/practice', title: 'shell.nav.practice', icon: Drama, keys: 'g p' },
]
