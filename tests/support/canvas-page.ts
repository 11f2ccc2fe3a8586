import type { Page } from 'playwright-core'
import type { Ctx } from '#server/core/ctx.ts'
import { type Look, openPage, type PageServer } from './browser.ts'

/** A note as it is kept, at the canvas's origin unless told. */
export const note = (text: string, more: object = {}) => ({
  ...{ kind: 'note', x: 0, y: 0, w: 200, h: 140, z: 'a0', text, hue: 2 },
  ...more,
})

/** Somebody's window on a canvas, once one can work on it. `query` goes into its address. */
export async function enterCanvas(
  server: PageServer<Ctx>,
  who: Ctx,
  id: string,
  { look, query = '' }: { look?: Look | undefined; query?: string | undefined } = {},
): Promise<Page> {
  const page = await openPage(server, who, `/w/${who.workspaceSlug}/canvas/${id}${query}`, look)
  await page.locator('[data-canvas][data-ready]').waitFor()
  return page
}

/** What stands on a canvas with these words. */
export const object = (page: Page, text: string) => page.locator('.react-flow__node', { hasText: text })
