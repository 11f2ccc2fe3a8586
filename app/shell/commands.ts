import type { MessageKeys, NestedKeyOf } from 'use-intl'
import type { Messages } from '#server/i18n/messages.ts'
import { chooseLocale, chooseTheme } from '../preferences.ts'

/** The full key of a title: a message without placeholders under `<area>.command` or `shell.nav`. */
export type TitleKey = Extract<
  MessageKeys<Messages, NestedKeyOf<Messages>>,
  `${string}.command.${string}` | `shell.nav.${string}`
>

/** What a command may use. */
export interface CommandEnv {
  navigate(to: string): void
  /** sends an empty form */
  post(action: string): void
  openPalette(): void
  openShortcuts(): void
}

/** Who asks, to leave out what they cannot do. */
export interface CommandSubject {
  path: string
}

/**
 * One thing that can be done from everywhere: in the palette, by its keys, in the list of shortcuts. It has an address
 * (`to`), an act (`perform`), or neither: then it exists while a page answers to its id with `useCommand`.
 */
export interface Command {
  id: string
  title: TitleKey
  group: 'go' | 'act' | 'look' | 'help'
  /** `mod+k`, or `g b` for one after the other */
  keys?: string
  to?: string
  perform?: (env: CommandEnv) => void
  available?: (subject: CommandSubject) => boolean
  /** the page that has keys of its own for its tools: they may mean something else on other pages */
  on?: 'canvas'
}

/** Every command there is. The palette, the shortcuts and the `?` page are drawn from this list. */
export const commands: readonly Command[] = [
  { id: 'go.board', title: 'shell.command.goBoard', group: 'go', keys: 'g b', to: '/board' },
  { id: 'go.calendar', title: 'shell.command.goCalendar', group: 'go', keys: 'g c', to: '/calendar' },
  { id: 'go.inbox', title: 'shell.command.goInbox', group: 'go', keys: 'g i', to: '/inbox' },
  { id: 'go.dashboard', title: 'shell.command.goDashboard', group: 'go', keys: 'g d', to: '/dashboard' },
  { id: 'go.canvas', title: 'shell.command.goCanvas', group: 'go', keys: 'g k', to: '/canvas' },
  { id: 'go.practice', title: 'shell.command.goPractice', group: 'go', keys: 'g p', to: '/practice' },
  { id: 'go.campaigns', title: 'shell.command.goCampaigns', group: 'go', to: '/campaigns' },
  { id: 'go.sending', title: 'delivery.command.goSending', group: 'go', to: '/sending' },
  { id: 'go.archive', title: 'archive.command.goArchive', group: 'go', to: '/archive' },
  { id: 'go.imports', title: 'shell.command.goImports', group: 'go', to: '/settings/imports' },
  { id: 'go.settings', title: 'shell.command.goSettings', group: 'go', keys: 'g s', to: '/settings' },
  { id: 'go.members', title: 'shell.command.goMembers', group: 'go', to: '/settings/members' },
  { id: 'go.channels', title: 'shell.command.goChannels', group: 'go', to: '/settings/channels' },
  { id: 'go.profile', title: 'shell.command.goProfile', group: 'go', to: '/settings/profile' },
  { id: 'post.new', title: 'board.command.newPost', group: 'act', keys: 'n' },
  { id: 'post.move', title: 'board.command.move', group: 'act', keys: 'm' },
  { id: 'post.select', title: 'board.command.select', group: 'act', keys: 'x' },
  { id: 'post.selectAll', title: 'board.command.selectAll', group: 'act', keys: 'shift+x' },
  { id: 'campaign.new', title: 'board.command.newCampaign', group: 'act' },
  { id: 'stage.manage', title: 'board.command.stages', group: 'act' },
  { id: 'board.find', title: 'board.command.find', group: 'act', keys: '/' },
  { id: 'calendar.today', title: 'board.command.today', group: 'act', keys: 't' },
  { id: 'calendar.next', title: 'board.command.next', group: 'act', keys: ']' },
  { id: 'calendar.previous', title: 'board.command.previous', group: 'act', keys: '[' },
  { id: 'calendar.month', title: 'calendar.command.month', group: 'act', keys: 'v m' },
  { id: 'calendar.week', title: 'calendar.command.week', group: 'act', keys: 'v w' },
  { id: 'calendar.day', title: 'calendar.command.day', group: 'act', keys: 'v d' },
  { id: 'calendar.list', title: 'calendar.command.list', group: 'act', keys: 'v l' },
  { id: 'calendar.subscribe', title: 'calendar.command.subscribe', group: 'act' },
  { id: 'calendar.feed', title: 'calendar.command.feed', group: 'act', keys: 'v g' },
  { id: 'calendar.print', title: 'calendar.command.print', group: 'act' },
  { id: 'calendar.tray', title: 'calendar.command.tray', group: 'act', keys: 'v u' },
  { id: 'canvas.new', title: 'canvas.command.new', group: 'act', keys: 'c' },
  { id: 'canvas.select', title: 'canvas.command.select', group: 'act', keys: 'v', on: 'canvas' },
  { id: 'canvas.hand', title: 'canvas.command.hand', group: 'act', keys: 'h', on: 'canvas' },
  { id: 'canvas.note', title: 'canvas.command.note', group: 'act', keys: 'n', on: 'canvas' },
  { id: 'canvas.text', title: 'canvas.command.text', group: 'act', keys: 't', on: 'canvas' },
  { id: 'canvas.frame', title: 'canvas.command.frame', group: 'act', keys: 'f', on: 'canvas' },
  { id: 'canvas.arrow', title: 'canvas.command.arrow', group: 'act', keys: 'a', on: 'canvas' },
  { id: 'canvas.draw', title: 'canvas.command.draw', group: 'act', keys: 'd', on: 'canvas' },
  { id: 'canvas.post', title: 'canvas.command.post', group: 'act', keys: 'p', on: 'canvas' },
  { id: 'canvas.toPost', title: 'canvas.command.toPost', group: 'act', keys: 'shift+p', on: 'canvas' },
  { id: 'canvas.undo', title: 'canvas.command.undo', group: 'act', keys: 'mod+z', on: 'canvas' },
  { id: 'canvas.redo', title: 'canvas.command.redo', group: 'act', keys: 'mod+shift+z', on: 'canvas' },
  { id: 'canvas.all', title: 'canvas.command.all', group: 'act', keys: 'mod+a', on: 'canvas' },
  { id: 'canvas.duplicate', title: 'canvas.command.duplicate', group: 'act', keys: 'mod+d', on: 'canvas' },
  { id: 'canvas.delete', title: 'canvas.command.delete', group: 'act', keys: 'delete', on: 'canvas' },
  { id: 'canvas.group', title: 'canvas.command.group', group: 'act', keys: 'mod+g', on: 'canvas' },
  { id: 'canvas.ungroup', title: 'canvas.command.ungroup', group: 'act', keys: 'mod+shift+g', on: 'canvas' },
  { id: 'canvas.lock', title: 'canvas.command.lock', group: 'act', keys: 'l', on: 'canvas' },
  { id: 'canvas.front', title: 'canvas.command.front', group: 'act', keys: ']', on: 'canvas' },
  { id: 'canvas.back', title: 'canvas.command.back', group: 'act', keys: '[', on: 'canvas' },
  { id: 'canvas.fit', title: 'canvas.command.fit', group: 'act', keys: '1', on: 'canvas' },
  { id: 'canvas.fitChosen', title: 'canvas.command.fitChosen', group: 'act', keys: '2', on: 'canvas' },
  { id: 'canvas.zoomIn', title: 'canvas.command.zoomIn', group: 'act', keys: '=', on: 'canvas' },
  { id: 'canvas.zoomOut', title: 'canvas.command.zoomOut', group: 'act', keys: '-', on: 'canvas' },
  { id: 'canvas.zoomFull', title: 'canvas.command.zoomFull', group: 'act', keys: '0', on: 'canvas' },
  { id: 'practice.message', title: 'practice.command.message', group: 'act', keys: 'p m' },
  { id: 'practice.say', title: 'practice.command.say', group: 'act', keys: 'p w' },
  { id: 'practice.storm', title: 'practice.command.storm', group: 'act', keys: 'p s' },
  { id: 'conversation.next', title: 'inbox.command.next', group: 'act', keys: 'j' },
  { id: 'conversation.previous', title: 'inbox.command.previous', group: 'act', keys: 'k' },
  { id: 'conversation.reply', title: 'inbox.command.reply', group: 'act', keys: 'r' },
  { id: 'conversation.assign', title: 'inbox.command.assign', group: 'act', keys: 'a' },
  { id: 'conversation.assignMe', title: 'inbox.command.assignMe', group: 'act', keys: 'i' },
  { id: 'conversation.close', title: 'inbox.command.close', group: 'act', keys: 'e' },
  { id: 'conversation.reopen', title: 'inbox.command.reopen', group: 'act', keys: 'shift+e' },
  { id: 'conversation.find', title: 'inbox.command.find', group: 'act', keys: 'f' },
  {
    id: 'look.light',
    title: 'shell.command.themeLight',
    group: 'look',
    perform: () => chooseTheme('light'),
  },
  { id: 'look.dark', title: 'shell.command.themeDark', group: 'look', perform: () => chooseTheme('dark') },
  {
    id: 'look.system',
    title: 'shell.command.themeSystem',
    group: 'look',
    perform: () => chooseTheme('system'),
  },
  { id: 'look.en', title: 'shell.command.languageEn', group: 'look', perform: () => chooseLocale('en') },
  { id: 'look.ko', title: 'shell.command.languageKo', group: 'look', perform: () => chooseLocale('ko') },
  {
    id: 'help.palette',
    title: 'shell.command.palette',
    group: 'help',
    keys: 'mod+k',
    perform: (env) => env.openPalette(),
  },
  {
    id: 'help.shortcuts',
    title: 'shell.command.shortcuts',
    group: 'help',
    keys: '?',
    perform: (env) => env.openShortcuts(),
  },
  {
    id: 'help.signOut',
    title: 'shell.command.signOut',
    group: 'help',
    perform: (env) => env.post('/sign-out'),
  },
]

/** A key that belongs to a place on a page: it is told with the shortcuts, and works only there. */
export interface PlaceKeys {
  title: Extract<MessageKeys<Messages, NestedKeyOf<Messages>>, `shell.shortcuts.place.${string}`>
  keys: string
  /** the pages it is on, below the workspace */
  on: RegExp
}

const POST = /\/post\//
const PLAN = /\/(board|calendar)$/
export const placeKeys: readonly PlaceKeys[] = [
  { title: 'shell.shortcuts.place.beside', keys: 'up down left right', on: PLAN },
  { title: 'shell.shortcuts.place.openCard', keys: 'enter', on: PLAN },
  { title: 'shell.shortcuts.place.nextAct', keys: 'mod+enter', on: POST },
  { title: 'shell.shortcuts.place.commentReading', keys: 'c', on: POST },
  { title: 'shell.shortcuts.place.commentWriting', keys: 'mod+alt+m', on: POST },
  { title: 'shell.shortcuts.place.closePost', keys: 'escape', on: /\/(board|calendar)\/post\// },
  { title: 'shell.shortcuts.place.sendReply', keys: 'mod+enter', on: /\/inbox\// },
]
