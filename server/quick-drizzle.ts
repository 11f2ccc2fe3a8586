import { type ResolveFnOutput, registerHooks } from 'node:module'

/**
 * Node 24 parses a package's whole package.json again for each of its files and for each file that imports it.
 * drizzle-orm's has 179 KB, with some hundred files on either side: half of the time to start. What its files import of
 * each other is found without it, and what ours import of it is looked up once.
 */
export function quickenDrizzle(): void {
  const known = new Map<string, ResolveFnOutput>()
  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL, conditions } = context
      if (/^\..*\.js$/.test(specifier) && parentURL?.includes('/node_modules/drizzle-orm/'))
        return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
      if (!/^drizzle-orm(\/|$)/.test(specifier) || !conditions.includes('import'))
        return next(specifier, context)
      const found = known.get(specifier) ?? { ...next(specifier, context), shortCircuit: true }
      known.set(specifier, found)
      return found
    },
  })
}
