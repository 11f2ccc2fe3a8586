import { z } from 'zod'
import { problemBody } from './api-problem.ts'
import type { Named } from './named.ts'
import type { Route } from './route.ts'
import { ROUTES } from './routes.ts'

type Json = Record<string, unknown>

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  }) as Json
  return rest
}

function namedOf({ output }: Route): Named[] {
  if ('file' in output) return []
  return ['pageOf' in output ? output.pageOf : output]
}

function answerOf({ output }: Route): Json {
  if ('file' in output) return { content: { [output.file]: { schema: { type: 'string' } } } }
  if (!('pageOf' in output)) return json(ref(output.name))
  return json({
    type: 'object',
    required: ['items', 'next'],
    properties: {
      items: { type: 'array', items: ref(output.pageOf.name) },
      next: { type: ['string', 'null'], description: 'The cursor of the next page; null on the last' },
    },
  })
}

function parameters(schema: z.ZodObject | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...own }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description ? { description } : {}),
    schema: own,
  }))
}

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same key with the same request within 24 hours gets the same answer, and nothing is made twice; with another request it is refused (409).',
  schema: { type: 'string', maxLength: 200 },
}

const json = (schema: Json) => ({ content: { 'application/json': { schema } } })

function operation(route: Route): Json {
  const takes = [
    ...parameters(route.params, 'path'),
    ...parameters(route.query, 'query'),
    ...(route.creates ? [KEY] : []),
  ]
  const scope = route.scope === 'signed-in' ? 'any token' : `scope \`${route.scope}\``
  return {
    operationId: route.name,
    summary: route.summary,
    description: `Needs ${scope}.`,
    tags: [route.path.split('/')[1]],
    ...(takes.length ? { parameters: takes } : {}),
    ...(route.body ? { requestBody: { required: true, ...json(schemaOf(route.body, 'input')) } } : {}),
    responses: {
      [route.status]: { description: route.status === 201 ? 'Made' : 'Done', ...answerOf(route) },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

/** The API as an OpenAPI 3.1 document, from the same schemas that parse its calls. */
export function openApi(): Json {
  const paths: Record<string, Json> = {}
  for (const route of ROUTES) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) }
  const shapes = Object.fromEntries(
    ROUTES.flatMap(namedOf).map(({ name, schema }) => [name, schemaOf(schema, 'output')]),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hubbub',
      version: '1',
      description:
        'Lists come in pages: pass `next` as `cursor`. Instants are epoch milliseconds. A token acts as its member, within its scopes.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { ...shapes, Problem: schemaOf(problemBody, 'output') },
      responses: {
        Problem: {
          description: 'What went wrong (RFC 9457)',
          content: { 'application/problem+json': { schema: ref('Problem') } },
        },
      },
    },
  }
}
