import path from 'node:path'
import type { Plugin } from 'vite'

const root = import.meta.dirname
const pure = /\.(rules|events)\.ts$|^server\/(i18n|chart)\//

/**
 * Whether a file of ours may be part of the browser's build: all of app/, and of server/ and db/ only what is pure.
 * @param file path relative to the repository, with forward slashes
 * @param forServer the half of the build that renders on the server
 */
export function mayBeBundled(file: string, forServer: boolean): boolean {
  if (file === 'server/i18n/translator.ts') return forServer // holds both languages
  return !/^(server|db)\//.test(file) || pure.test(file)
}

/**
 * Refuses what would exist twice: a module of the server that is pulled into the Remix build would be a second
 * database, a second socket server. Types are gone before this runs, so only real imports are judged.
 */
export function boundary(): Plugin {
  return {
    name: 'hubbub:boundary',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || importer.includes('node_modules') || !/^(#|\.|\/)/.test(source)) return null
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      if (!found || found.external) return found
      const file = path.relative(root, found.id.replace(/\?.*$/, '')).replaceAll(path.sep, '/')
      if (!mayBeBundled(file, options.ssr === true)) {
        const from = path.relative(root, importer)
        this.error(
          `${from} imports ${file}. The browser's build takes only types, *.rules.ts, *.events.ts, server/i18n and ` +
            'server/chart from the server; reach the rest through the load context.',
        )
      }
      return found
    },
  }
}
