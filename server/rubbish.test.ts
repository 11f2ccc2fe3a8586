import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { type FullWorkspace, fill } from '#tests/support/full-workspace.ts'
import { inputOf, withValue } from '#tests/support/isolation.ts'
import { perform } from './core/verb.ts'
import { asProblem } from './platform/problem.ts'
import { VERBS } from './verbs.ts'

/** An owner sends rubbish in every place of every act: it is taken, or refused with a reason; nothing falls over. */
let core: TestCore
let mine: FullWorkspace
beforeAll(async () => {
  core = await testCore()
  mine = await fill((await core.workspace()).owner, 'OURS')
})
afterAll(() => core.drop())

const RUBBISH: unknown[] = [
  ...[null, true, -1, 0.5, 1e308, 2 ** 53, 8.64e15 + 1],
  ...['', 'x'.repeat(200_000), '\0', '\ud800', '\u202e', '%', 'zzzzzzzz'],
  ...['__proto__', 'constructor', 'toString'],
  ...['9999-12-31T23:59', '2026-02-30T10:00', '0000-01-01', '+275760-09-13T00:00', '24:00', 'Etc/Nowhere'],
  ...[[], [null], ['__proto__'], Array.from({ length: 5_000 }, (_, i) => `id ${i}`)],
  ...[{}, JSON.parse('{"__proto__":{"x":1}}'), { toString: 1 }],
]

/** The made-up practice channel has none to write on. */
const NO_PAGE = 'no practice page'

/** Where anything stands in an input: its leaves, and what holds them. */
function pathsOf(value: unknown, at = ''): string[] {
  const own = at ? [at] : []
  if (value === null || typeof value !== 'object') return own
  return [...own, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, at ? `${at}.${key}` : key))]
}

it.each(VERBS.map((verb) => [verb.verb, verb] as const))('%s', async (_name, verb) => {
  const fallen: string[] = []
  for (const path of ['', ...pathsOf(inputOf(verb, mine).input)])
    for (const value of RUBBISH) {
      const { input } = inputOf(verb, mine)
      const error = await perform(mine.owner, verb, path ? withValue(input, path, value) : value).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (error !== undefined && !asProblem(error) && !String(error).includes(NO_PAGE))
        fallen.push(`${path} = ${JSON.stringify(value)?.slice(0, 40)}: ${String(error).slice(0, 200)}`)
    }
  expect(fallen).toEqual([])
})
