import { z } from 'zod'

type Json = { [key: string]: unknown }

/**
 * A value that a zod schema accepts, made from its JSON Schema: the smallest that is right, with every property. `text`
 * chooses a string by the path to it.
 */
export function sampleOf(schema: z.ZodType, text?: (path: string) => string | undefined): unknown {
  const root = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', reused: 'inline' }) as Json
  return sample(root, root, '', text ?? (() => undefined))
}

function sample(node: Json, root: Json, path: string, text: (path: string) => string | undefined): unknown {
  if (typeof node.$ref === 'string') return sample(resolve(root, node.$ref), root, path, text)
  if ('const' in node) return node.const
  if (Array.isArray(node.enum)) return node.enum[0]
  const choice = (node.anyOf ?? node.oneOf) as Json[] | undefined
  if (choice) return sample(choice.find((one) => one.type !== 'null') ?? {}, root, path, text)
  if (Array.isArray(node.allOf))
    return Object.assign({}, ...node.allOf.map((one: Json) => sample(one, root, path, text)))
  const type = Array.isArray(node.type) ? node.type.find((one) => one !== 'null') : node.type
  const under = (key: string) => (path ? `${path}.${key}` : key)
  if (type === 'object') {
    const entries = Object.entries((node.properties ?? {}) as Record<string, Json>)
    return Object.fromEntries(entries.map(([key, one]) => [key, sample(one, root, under(key), text)]))
  }
  if (type === 'array') return [sample((node.items ?? {}) as Json, root, under('0'), text)]
  if (type === 'string') return text(path) ?? stringFor(node)
  if (type === 'number' || type === 'integer') return numberFor(node)
  if (type === 'boolean') return true
  return null
}

const resolve = (root: Json, ref: string): Json =>
  ref
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .reduce<Json>((at, part) => (at[part] ?? {}) as Json, root)

function stringFor(node: Json): string {
  if (node.format === 'email') return 'sample@example.org'
  if (node.format === 'uri') return 'https://example.org/'
  if (node.format === 'uuid') return '01939c2e-7c1e-7000-8000-000000000001'
  if (node.format === 'date') return '2026-11-22'
  if (node.format === 'date-time') return '2026-11-22T10:00:00Z'
  return 'sample text'.padEnd(Number(node.minLength ?? 0), 'x').slice(0, Number(node.maxLength ?? 200))
}

function numberFor(node: Json): number {
  const least = Number(
    node.minimum ?? (node.exclusiveMinimum === undefined ? 1 : Number(node.exclusiveMinimum) + 1),
  )
  return Math.max(least, Math.min(1, Number(node.maximum ?? 1)))
}
