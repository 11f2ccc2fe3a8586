import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { chromiumOnThisMachine } from './chromium.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The headless shell would set letters on whole pixels.
  '--font-render-hinting=none',
]

let shared: Promise<Browser> | undefined
let keeping = false
/** Contexts nobody uses now, by what they were made with. */
const kept = new Map<string, BrowserContext[]>()

/** The pages that nobody looks at: they keep the process of their context, with what it has compiled. */
const stays = new WeakSet<Page>()

/**
 * From now on a closed window's context serves the next window of the same kind. It has forgotten its cookies and all
 * it stored, as a new one would, but not the scripts and fonts it loaded: parsing them again was most of a page's cost.
 */
export function keepWindows(): void {
  keeping = true
}

/** The one Chromium; another when that one has crashed. */
async function running(): Promise<Browser> {
  if (shared && !(await shared).isConnected()) {
    shared = undefined
    kept.clear()
  }
  // All pages of a context share a process then, which outlives them: see `stay`.
  const args = keeping ? [...FLAGS, '--process-per-site'] : FLAGS
  shared ??= chromium.launch({ executablePath: chromiumOnThisMachine ?? '', headless: true, args })
  return shared
}

/** Opens a page of the same site that stays when the others are closed: without it each test compiles everything anew. */
async function stay(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await page.goto('/healthz')
  stays.add(page)
}

const keyOf = (options: BrowserContextOptions) => JSON.stringify(options)

/** A window of its own, with an empty page; nothing of an earlier one is left in it. */
export async function freshWindow(
  options: BrowserContextOptions & { baseURL: string },
): Promise<{ context: BrowserContext; page: Page }> {
  const browser = await running()
  const used = kept.get(keyOf(options))?.pop()
  if (!used) {
    const context = await browser.newContext(options)
    if (keeping) await stay(context)
    return { context, page: await context.newPage() }
  }
  await used.setOffline(false)
  await used.clearCookies()
  const page = await used.newPage()
  const devtools = await used.newCDPSession(page)
  const storageTypes = 'local_storage,indexeddb,cache_storage,service_workers,websql,file_systems'
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(options.baseURL).origin, storageTypes })
  await devtools.detach()
  return { context: used, page }
}

/** Closes a window's pages, and keeps the rest for the next one when that is wanted and nothing went wrong in it. */
export async function leaveWindow(
  context: BrowserContext,
  options: BrowserContextOptions,
  clean: boolean,
): Promise<void> {
  if (!keeping || !clean) return context.close()
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  const looked = context.pages().filter((page) => !stays.has(page))
  await Promise.all(looked.map((page) => page.close()))
  const others = kept.get(keyOf(options)) ?? []
  kept.set(keyOf(options), [...others, context])
}

/** Ends the shared Chromium. */
export async function closeBrowser(): Promise<void> {
  await (await shared)?.close()
  shared = undefined
  kept.clear()
}
