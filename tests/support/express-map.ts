import type { Express } from 'express'

interface Layer {
  name: string
  regexp: RegExp & { fast_slash?: boolean; fast_star?: boolean }
  handle: { stack?: Layer[] }
  route?: { path: string; methods: Record<string, boolean> }
  keys: { name: string }[]
}

/** Every route an Express application answers, as `POST /w/:workspace/act/:verb`; middleware on all paths is left out. */
export function routesOf(server: Express): string[] {
  const { stack } = (server as unknown as { _router: { stack: Layer[] } })._router
  return walk(stack, '')
}

/** The names of the middleware that sees every request, in order; such a one may answer without being a route. */
export function middlewareOf(server: Express): string[] {
  const { stack } = (server as unknown as { _router: { stack: Layer[] } })._router
  return stack.filter((layer) => !layer.route && !layer.handle.stack).map((layer) => layer.name)
}

function walk(stack: Layer[], prefix: string): string[] {
  return stack.flatMap((layer) => {
    if (layer.route) {
      const { path, methods } = layer.route
      const full = prefix + (path === '/' ? '' : path) || '/'
      const on = Object.keys(methods).filter((method) => methods[method])
      if (methods._all || on.length > 10) return [`ALL ${full}`]
      return on.map((method) => `${method.toUpperCase()} ${full}`)
    }
    if (layer.handle.stack) return walk(layer.handle.stack, prefix + mountPath(layer))
    return []
  })
}

/** Express 4 keeps only the expression of a mount path: read the path back from it. */
function mountPath({ regexp, keys }: Layer): string {
  if (regexp.fast_slash) return ''
  let n = 0
  return regexp.source
    .replace(/^\^/, '')
    .replace('\\/?(?=\\/|$)', '')
    .replace(/\(\?:\\\/\(\[\^\\?\/\]\+\?\)\)/g, () => `/:${keys[n++]?.name ?? 'x'}`)
    .replaceAll('\\/', '/')
}
