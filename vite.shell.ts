import type { Rollup } from 'vite'

/** What every page needs, and what every page of a workspace needs besides that. */
const PARTS = [
  { name: 'start', entries: /\/app\/(?:entry\.client|root)\.tsx/ },
  { name: 'shell', entries: /\/app\/routes\/w\.\$workspace\.tsx/ },
]

/** The packages they need; apart, for those change seldom. */
const PACKAGES = 'packages'

/**
 * The one file that a module goes into, or undefined where the bundler may choose. What every page needs comes in three:
 * as files of their own the modules would be some forty requests more, and less compressed.
 */
export function partOf(): (id: string, graph: Rollup.ManualChunkMeta) => string | undefined {
  let parts: Map<string, string> | undefined
  return (id, graph) => {
    parts ??= partsOf(graph)
    return parts.get(id)
  }
}

function partsOf({ getModuleIds, getModuleInfo }: Rollup.ManualChunkMeta): Map<string, string> {
  const parts = new Map<string, string>()
  const ids = [...getModuleIds()]
  for (const { name, entries } of PARTS) {
    const seen = new Set<string>()
    const visit = (id: string) => {
      if (seen.has(id)) return
      seen.add(id)
      if (!parts.has(id)) parts.set(id, isOurs(id) ? name : PACKAGES)
      for (const next of getModuleInfo(id)?.importedIds ?? []) visit(next)
    }
    for (const id of ids) if (entries.test(id)) visit(id)
  }
  return parts
}

/** Our own modules, and icons: each page has its own choice of them. */
const isOurs = (id: string) => !id.includes('/node_modules/') || id.includes('/lucide-react/')
