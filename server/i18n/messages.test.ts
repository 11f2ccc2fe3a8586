import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import compile from 'icu-minify/compile'
import { expect, test } from 'vitest'
import { importProblem as importEn } from './en/import-file.ts'
import { seriesProblem as seriesProblemEn } from './en/series-problem.ts'
import { en } from './en.ts'
import { importProblem as importKo } from './ko/import-file.ts'
import { seriesProblem as seriesProblemKo } from './ko/series-problem.ts'
import { ko } from './ko.ts'
import { negotiateLocale } from './locale.rules.ts'

type Tree = { readonly [key: string]: Tree | string }

function flatten(tree: Tree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'string' ? [[here, value] as [string, string]] : flatten(value, here)
  })
}

/** The names a message takes, and its tags. Compiling also fails on a text that is not valid ICU. */
function placeholders(text: string): string[] {
  const names = new Set<string>()
  const walk = (node: unknown): void => {
    if (!Array.isArray(node)) {
      if (node && typeof node === 'object') Object.values(node).forEach(walk)
      return
    }
    // A piece of a list is a text or a node [name, ...]; the lists themselves stand at the top and in branches.
    for (const part of node) if (Array.isArray(part) && typeof part[0] === 'string') names.add(part[0])
    node.forEach(walk)
  }
  walk([compile(text)].flat(1))
  return [...names].sort()
}

const english = new Map(
  flatten({ ...en, problem: { ...en.problem, import: importEn, series: seriesProblemEn } }),
)
const korean = new Map(
  flatten({ ...ko, problem: { ...ko.problem, import: importKo, series: seriesProblemKo } }),
)

test('both languages have the same messages', () => {
  expect([...korean.keys()].sort()).toEqual([...english.keys()].sort())
})

test('every message is valid and takes the same placeholders in both languages', () => {
  for (const [key, text] of english) {
    expect({ key, takes: placeholders(korean.get(key) ?? '') }).toEqual({ key, takes: placeholders(text) })
  }
})

test('no message is empty, and no Korean one was left in English', () => {
  // Names and signs that are the same in both languages.
  const same = new Set(['shell.product'])
  const bare = (text: string) => text.replaceAll(/\{[^{}]*\}|<[^>]*>/g, '')
  for (const [key, text] of korean) {
    expect(text.trim(), key).not.toBe('')
    expect(english.get(key)!.trim(), key).not.toBe('')
    const words = /\p{L}{3,}/u.test(bare(english.get(key)!))
    if (words && !same.has(key)) expect(/\p{Script=Hangul}/u.test(text), `${key}: ${text}`).toBe(true)
  }
})

test('the language is the chosen one, else the best match of the browser, else English', () => {
  expect(negotiateLocale(['ko', 'en'], 'en')).toBe('ko')
  expect(negotiateLocale([null, 'fr'], 'fr-FR, ko;q=0.8, en;q=0.7')).toBe('ko')
  expect(negotiateLocale([], 'en-US,en;q=0.9,ko;q=0.8')).toBe('en')
  expect(negotiateLocale([], 'ko;q=0, de')).toBe('en')
  expect(negotiateLocale([], null)).toBe('en')
})

test('every problem code is words in camelCase, joined by dots', () => {
  const codes = [...english.keys()].filter((key) => key.startsWith('problem.'))
  for (const code of codes) expect(code).toMatch(/^problem(\.[a-z][A-Za-z0-9]*)+$/)
})

test('every code that is thrown or refused with is in camelCase and has its sentence', () => {
  const root = join(import.meta.dirname, '..')
  for (const name of globSync('**/*.ts', { cwd: root, exclude: (path) => path.endsWith('.test.ts') })) {
    const source = readFileSync(join(root, name), 'utf8')
    for (const [, code] of source.matchAll(/(?:new Problem\(\s*|refuse: )'([^']+)'/g)) {
      expect([name, code]).toEqual([name, expect.stringMatching(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/)])
      if (source.includes(`new Problem('${code}'`))
        expect([name, english.has(`problem.${code}`)]).toEqual([name, true])
    }
  }
})
