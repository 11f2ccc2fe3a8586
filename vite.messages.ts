import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import compile from 'icu-minify/compile'
import type { Plugin } from 'vite'

const area = /\/server\/i18n\/(?:en|ko)\/[^?]+\.ts$/

type Tree = { [key: string]: Tree | string }

function compileTree(tree: Tree): unknown {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? compile(value) : compileTree(value),
    ]),
  )
}

/**
 * Compiles the messages while building, so that no ICU parser is shipped and pages are rendered without parsing. What the
 * server itself says and the development server keep the readable text.
 */
export function compiledMessages(): Plugin {
  return {
    name: 'hubbub:messages',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer, options) {
      if (source !== 'use-intl/format-message') return null
      return this.resolve('use-intl/format-message/format-only', importer, { ...options, skipSelf: true })
    },
    async load(id) {
      if (!area.test(id)) return null
      const module: Record<string, Tree> = await import(`${pathToFileURL(id).href}?${statSync(id).mtimeMs}`)
      return Object.entries(module)
        .map(([name, tree]) => `export const ${name} = ${JSON.stringify(compileTree(tree))}`)
        .join('\n')
    },
  }
}
