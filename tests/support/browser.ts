import type { BrowserContext, Page } from 'playwright-core'
import { readableReactError } from './react-error.ts'
import { freshWindow, leaveWindow } from './windows.ts'

export { closeBrowser } from './windows.ts'

export interface Look {
  /** CSS pixels; 360 is a phone with touch. */
  width?: number
  height?: number
  locale?: 'en' | 'ko'
  dark?: boolean
  /** What glides and fades for most people does so here; without it things are where they belong at once. */
  motion?: boolean
  /** Console errors that belong to the test (an offline network, a refused act), as patterns. */
  expectErrors?: RegExp[]
}

/** What a browser and the libraries in it say while the server is out of reach: for `expectErrors`. */
export const LOST_CONNECTION = /ERR_|WebSocket|Failed to (fetch|load resource)|disconnected|Liveblocks/

type Made = Parameters<typeof freshWindow>[0]
const open: { context: BrowserContext; made: Made; errors: string[] }[] = []

/** What a window needs of a server: where it is, and a session of a person on it. */
export interface PageServer<Who> {
  url: string
  cookieFor(who: Who): Promise<string>
}

/** A person's own browser window, signed in when a member is given, on a path of the server. */
export async function openPage<Who>(
  server: PageServer<Who>,
  who: Who | null,
  path: string,
  look: Look = {},
): Promise<Page> {
  const { width = 1280, height = width < 500 ? 740 : 800 } = look
  const made: Made = {
    baseURL: server.url,
    viewport: { width, height },
    hasTouch: width < 500,
    locale: look.locale === 'ko' ? 'ko-KR' : 'en-GB',
    timezoneId: 'UTC',
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: look.motion ? 'no-preference' : 'reduce',
  }
  const { context, page } = await freshWindow(made)
  const errors: string[] = []
  open.push({ context, made, errors })
  context.setDefaultTimeout(60_000)
  if (who) {
    const [name = '', value = ''] = (await server.cookieFor(who)).split('=')
    await context.addCookies([{ name, value, url: server.url }])
  }
  const expected = (text: string) => look.expectErrors?.some((pattern) => pattern.test(text))
  const note = (text: string) => errors.push(`${readableReactError(text)}\n  on ${page.url()}`)
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected(message.text())) note(message.text())
  })
  page.on('pageerror', (error) => {
    if (!expected(String(error))) note(String(error.stack ?? error))
  })
  await page.goto(path)
  await hydrated(page)
  return page
}

/** Waits until React has taken over what the page's content can be used by. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (!document.querySelector('script[type=module], link[rel=modulepreload]')) return true
    const parts = [...document.querySelectorAll('main a, main button, main input, main textarea')]
    return parts.every((part) => Object.keys(part).some((key) => key.startsWith('__reactProps')))
  })
}

/** Waits until what is said in passing can be drawn without the server; before a test takes that away. */
export async function toastsReady(page: Page): Promise<void> {
  await page.locator('section[aria-label$="alt+T"]').waitFor({ state: 'attached' })
}

/** Closes every window opened so far; throws when one had an error in its console. Call it in afterEach. */
export async function closePages(): Promise<void> {
  const all = open.splice(0)
  await Promise.all(all.map(({ context, made, errors }) => leaveWindow(context, made, errors.length === 0)))
  const errors = all.flatMap((one) => one.errors)
  if (errors.length) throw new Error(`errors in a browser's console:\n${errors.join('\n')}`)
}
