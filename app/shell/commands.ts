import type { MessageKeys, NestedKeyOf } from 'use-intl'
import type { command } from '#server/i18n/en/command.ts'
import type { Messages } from '#server/i18n/messages.ts'
import { chooseLocale, chooseTheme } from '../preferences.ts'

/** The key of a title under `command`, said with `useCommandWords`. */
export type TitleKey = MessageKeys<typeof command, NestedKeyOf<typeof command>>

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
  { id: 'go.board', title: 'shell.goBoard', group: 'go', keys: 'g b', to: '/board' },
  { id: 'go.calendar', title: 'shell.goCalendar', group: 'go', keys: 'g c', to: '/calendar' },
  { id: 'go.inbox', title: 'shell.goInbox', group: 'go', keys: 'g i', to: '/inbox' },
  { id: 'go.dashboard', title: 'shell.goDashboard', group: 'go', keys: 'g d', to: '/dashboard' },
  { id: 'go.canvas', title: 'shell.goCanvas', group: 'go', keys: 'g k', to: '/canvas' },
  { id: 'go.practice', title: 'shell.goPractice', group: 'go', keys: 'g p', to: '/practice' },
  { id: 'go.campaigns', title: 'shell.goCampaigns', group: 'go', to: '/campaigns' },
  { id: 'go.sending', title: 'delivery.goSending', group: 'go', to: '/sending' },
  { id: 'go.archive', title: 'archive.goArchive', group: 'go', to: '/archive' },
  { id: 'go.imports', title: 'shell.goImports', group: 'go', to: '/settings/imports' },
  { id: 'go.settings', title: 'shell.goSettings', group: 'go', keys: 'g s', to: '/settings' },
  { id: 'go.members', title: 'shell.goMembers', group: 'go', to: '/settings/members' },
  { id: 'go.channels', title: 'shell.goChannels', group: 'go', to: '/settings/channels' },
  { id: 'go.profile', title: 'shell.goProfile', group: 'go', to: '/settings/profile' },
  { id: 'post.new', title: 'board.newPost', group: 'act', keys: 'n' },
  { id: 'post.move', title: 'board.move', group: 'act', keys: 'm' },
  { id: 'post.select', title: 'board.select', group: 'act', keys: 'x' },
  { id: 'post.selectAll', title: 'board.selectAll', group: 'act', keys: 'shift+x' },
  { id: 'post.undo', title: 'board.undo', group: 'act', keys: 'mod+z' },
  { id: 'campaign.new', title: 'board.newCampaign', group: 'act' },
  { id: 'stage.manage', title: 'board.stages', group: 'act' },
  { id: 'board.find', title: 'board.find', group: 'act', keys: '/' },
  { id: 'calendar.today', title: 'board.today', group: 'act', keys: 't' },
  { id: 'calendar.next', title: 'board.next', group: 'act', keys: ']' },
  { id: 'calendar.previous', title: 'board.previous', group: 'act', keys: '[' },
  { id: 'calendar.month', title: 'calendar.month', group: 'act', keys: 'v m' },
  { id: 'calendar.week', title: 'calendar.week', group: 'act', keys: 'v w' },
  { id: 'calendar.day', title: 'calendar.day', group: 'act', keys: 'v d' },
  { id: 'calendar.list', title: 'calendar.list', group: 'act', keys: 'v l' },
  { id: 'calendar.subscribe', title: 'calendar.subscribe', group: 'act' },
  { id: 'calendar.feed', title: 'calendar.feed', group: 'act', keys: 'v g' },
  { id: 'calendar.print', title: 'calendar.print', group: 'act' },
  { id: 'calendar.tray', title: 'calendar.tray', group: 'act', keys: 'v u' },
  { id: 'canvas.new', title: 'canvas.new', group: 'act', keys: 'c' },
  { id: 'canvas.select', title: 'canvas.select', group: 'act', keys: 'v', on: 'canvas' },
  { id: 'canvas.hand', title: 'canvas.hand', group: 'act', keys: 'h', on: 'canvas' },
  { id: 'canvas.note', title: 'canvas.note', group: 'act', keys: 'n', on: 'canvas' },
  { id: 'canvas.text', title: 'canvas.text', group: 'act', keys: 't', on: 'canvas' },
  { id: 'canvas.frame', title: 'canvas.frame', group: 'act', keys: 'f', on: 'canvas' },
  { id: 'canvas.arrow', title: 'canvas.arrow', group: 'act', keys: 'a', on: 'canvas' },
  { id: 'canvas.draw', title: 'canvas.draw', group: 'act', keys: 'd', on: 'canvas' },
  { id: 'canvas.post', title: 'canvas.post', group: 'act', keys: 'p', on: 'canvas' },
  { id: 'canvas.toPost', title: 'canvas.toPost', group: 'act', keys: 'shift+p', on: 'canvas' },
  { id: 'canvas.comment', title: 'canvas.comment', group: 'act', keys: 'c', on: 'canvas' },
  { id: 'canvas.undo', title: 'canvas.undo', group: 'act', keys: 'mod+z', on: 'canvas' },
  { id: 'canvas.redo', title: 'canvas.redo', group: 'act', keys: 'mod+shift+z', on: 'canvas' },
  { id: 'canvas.all', title: 'canvas.all', group: 'act', keys: 'mod+a', on: 'canvas' },
  { id: 'canvas.duplicate', title: 'canvas.duplicate', group: 'act', keys: 'mod+d', on: 'canvas' },
  { id: 'canvas.delete', title: 'canvas.delete', group: 'act', keys: 'delete', on: 'canvas' },
  { id: 'canvas.group', title: 'canvas.group', group: 'act', keys: 'mod+g', on: 'canvas' },
  { id: 'canvas.ungroup', title: 'canvas.ungroup', group: 'act', keys: 'mod+shift+g', on: 'canvas' },
  { id: 'canvas.lock', title: 'canvas.lock', group: 'act', keys: 'l', on: 'canvas' },
  { id: 'canvas.front', title: 'canvas.front', group: 'act', keys: ']', on: 'canvas' },
  { id: 'canvas.back', title: 'canvas.back', group: 'act', keys: '[', on: 'canvas' },
  { id: 'canvas.alignLeft', title: 'canvas.alignLeft', group: 'act', on: 'canvas' },
  { id: 'canvas.alignCentre', title: 'canvas.alignCentre', group: 'act', on: 'canvas' },
  { id: 'canvas.alignRight', title: 'canvas.alignRight', group: 'act', on: 'canvas' },
  { id: 'canvas.alignTop', title: 'canvas.alignTop', group: 'act', on: 'canvas' },
  { id: 'canvas.alignMiddle', title: 'canvas.alignMiddle', group: 'act', on: 'canvas' },
  { id: 'canvas.alignBottom', title: 'canvas.alignBottom', group: 'act', on: 'canvas' },
  { id: 'canvas.fit', title: 'canvas.fit', group: 'act', keys: '1', on: 'canvas' },
  { id: 'canvas.fitChosen', title: 'canvas.fitChosen', group: 'act', keys: '2', on: 'canvas' },
  { id: 'canvas.zoomIn', title: 'canvas.zoomIn', group: 'act', keys: '=', on: 'canvas' },
  { id: 'canvas.zoomOut', title: 'canvas.zoomOut', group: 'act', keys: '-', on: 'canvas' },
  { id: 'canvas.zoomFull', title: 'canvas.zoomFull', group: 'act', keys: '0', on: 'canvas' },
  { id: 'practice.message', title: 'practice.message', group: 'act', keys: 'p m' },
  { id: 'practice.say', title: 'practice.say', group: 'act', keys: 'p w' },
  { id: 'practice.storm', title: 'practice.storm', group: 'act', keys: 'p s' },
  { id: 'conversation.next', title: 'inbox.next', group: 'act', keys: 'j' },
  { id: 'conversation.previous', title: 'inbox.previous', group: 'act', keys: 'k' },
  { id: 'conversation.reply', title: 'inbox.reply', group: 'act', keys: 'r' },
  { id: 'conversation.assign', title: 'inbox.assign', group: 'act', keys: 'a' },
  { id: 'conversation.assignMe', title: 'inbox.assignMe', group: 'act', keys: 'i' },
  { id: 'conversation.close', title: 'inbox.close', group: 'act', keys: 'e' },
  { id: 'conversation.reopen', title: 'inbox.reopen', group: 'act', keys: 'shift+e' },
  { id: 'conversation.find', title: 'inbox.find', group: 'act', keys: 'f' },
  {
    id: 'look.light',
    title: 'shell.themeLight',
    group: 'look',
    perform: () => chooseTheme('light'),
  },
  { id: 'look.dark', title: 'shell.themeDark', group: 'look', perform: () => chooseTheme('dark') },
  {
    id: 'look.system',
    title: 'shell.themeSystem',
    group: 'look',
    perform: () => chooseTheme('system'),
  },
  { id: 'look.en', title: 'shell.languageEn', group: 'look', perform: () => chooseLocale('en') },
  { id: 'look.ko', title: 'shell.languageKo', group: 'look', perform: () => chooseLocale('ko') },
  {
    id: 'help.palette',
    title: 'shell.palette',
    group: 'help',
    keys: 'mod+k',
    perform: (env) => env.openPalette(),
  },
  {
    id: 'help.shortcuts',
    title: 'shell.shortcuts',
    group: 'help',
    keys: '?',
    perform: (env) => env.openShortcuts(),
  },
  {
    id: 'help.signOut',
    title: 'shell.signOut',
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
