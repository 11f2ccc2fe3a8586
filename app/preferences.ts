import { type Locale, localeCookie, negotiateLocale } from '#server/i18n/locale.rules.ts'
import { type Folds, readFolds, writeFolds } from './board/folds.rules.ts'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const themeCookie = 'hubbub_theme'
const coversCookie = 'hubbub_covers'
const zoneCookie = 'hubbub_zone'
const foldsCookie = (memberId: string) => `hubbub_folds_${memberId}`
const year = 365 * 24 * 60 * 60

function readCookie(header: string | null, name: string): string | null {
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  try {
    return pair ? decodeURIComponent(pair.slice(name.length + 1)) : null
  } catch {
    // Not written by us.
    return null
  }
}

function isZone(zone: string | null): zone is string {
  try {
    return zone !== null && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/**
 * The language of a page: what was chosen in this browser, else the account's (which also is the language of its mail),
 * else the best match of the browser.
 */
export function requestLocale(request: Request, ctx: { locale: string } | null): Locale {
  const cookie = readCookie(request.headers.get('cookie'), localeCookie)
  return negotiateLocale([cookie, ctx?.locale], request.headers.get('accept-language'))
}

/** The zone in which times are shown: the member's, else what the browser said last time, else UTC. */
export function requestZone(request: Request, ctx: { zone: string } | null): string {
  if (ctx?.zone) return ctx.zone
  const cookie = readCookie(request.headers.get('cookie'), zoneCookie)
  return isZone(cookie) ? cookie : 'UTC'
}

/** The theme of a request. It is in the first byte of HTML, so nothing flashes. */
export function requestTheme(request: Request): Theme {
  const cookie = readCookie(request.headers.get('cookie'), themeCookie)
  return themes.find((theme) => theme === cookie) ?? 'system'
}

/** Whether cards show their pictures. Like the theme it is in the first byte of HTML. */
export const requestCovers = (request: Request): boolean =>
  readCookie(request.headers.get('cookie'), coversCookie) !== 'off'

/** Whether cards show their pictures now. */
export const coversShown = (): boolean => document.documentElement.dataset.covers !== 'off'

/** Shows or hides the pictures of cards, at once and for the next requests. */
export function chooseCovers(shown: boolean): void {
  document.documentElement.dataset.covers = shown ? 'on' : 'off'
  writeCookie(coversCookie, shown ? 'on' : 'off')
}

function writeCookie(name: string, value: string, path = '/'): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is not in every browser yet, and the server must read it
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=${path}; Max-Age=${year}; SameSite=Lax`
}

/** What a member has folded on the board of a workspace in this browser. It is in the first byte of HTML, too. */
export const requestFolds = (request: Request, memberId: string): Folds =>
  readFolds(readCookie(request.headers.get('cookie'), foldsCookie(memberId)))

/** Remembers it for the next requests of that workspace's pages. */
export const rememberFolds = (slug: string, memberId: string, folds: Folds): void =>
  writeCookie(foldsCookie(memberId), writeFolds(folds), `/w/${slug}`)

let chosen: Theme | null = null
const listeners = new Set<() => void>()

/** Changes the theme at once and for the next requests. */
export function chooseTheme(theme: Theme): void {
  chosen = theme
  writeCookie(themeCookie, theme)
  for (const tell of listeners) tell()
}

/** The theme chosen since the page was loaded, as a store for React. */
export const themeChoice = {
  subscribe(tell: () => void): () => void {
    listeners.add(tell)
    return () => listeners.delete(tell)
  },
  read: (): Theme | null => chosen,
}

/** Changes the language of this browser; the page is loaded anew in it. */
export function chooseLocale(locale: Locale): void {
  writeCookie(localeCookie, locale)
  window.location.reload()
}

/** Tells the next requests the zone of this browser, for pages without a member. */
export function rememberZone(): void {
  writeCookie(zoneCookie, Intl.DateTimeFormat().resolvedOptions().timeZone)
}
