import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Those of WCAG 2.2 AA; the tag `cat.color` would add the stricter contrast of AAA. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

interface Scope {
  /** A selector: only what is in it. */
  part?: string
  /** Only the rules about colour, where the same document was looked over in other colours. */
  coloursOnly?: boolean
}

/**
 * What axe finds wrong with a page as it stands: rule and elements, a line each. Colours that fade are waited for,
 * since axe would judge the shade in between.
 */
export async function accessFaults(page: Page, { part, coloursOnly = false }: Scope = {}): Promise<string[]> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity),
  )
  // Our pages have no frames: without a second page to gather what frames say, it takes half of the time.
  const builder = new AxeBuilder({ page: page as never }).setLegacyMode()
  const runOnly = coloursOnly ? { runOnly: { type: 'rule' as const, values: COLOUR_RULES } } : {}
  builder.options({ ...runOnly, resultTypes: ['violations'] })
  const { violations } = await (part ? builder.include(part) : builder).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  )
}
