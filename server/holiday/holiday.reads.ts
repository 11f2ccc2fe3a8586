import { Worker } from 'node:worker_threads'
import { and, eq, isNull } from 'drizzle-orm'
import { team } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Holiday } from './holiday.rules.ts'
import type { HolidayQuestion } from './holiday-worker.ts'

/** How many years of countries are remembered: a few kB each. */
const MOST = 400
const known = new Map<string, Promise<Holiday[]>>()
// One worker after the other: each holds a core for a second.
let last: Promise<unknown> = Promise.resolve()

/**
 * The public holidays in the countries of the teams between two days (`YYYY-MM-DD`, both included, at most a year),
 * named in a language where that is known. Anything else than days has none.
 */
export async function readHolidays(ctx: Ctx, from: string, to: string, language: string): Promise<Holiday[]> {
  if (!isDay(from) || !isDay(to)) return []
  const teams = await ctx.store.read
    .selectDistinct({ country: team.country })
    .from(team)
    .where(and(eq(team.workspaceId, ctx.workspaceId), isNull(team.archivedAt)))
  const years = [...new Set([Number(from.slice(0, 4)), Number(to.slice(0, 4))])]
  const asked = teams.flatMap(({ country }) => years.map((year) => ({ country, year, language })))
  return (await holidaysOf(asked)).filter(({ day }) => from <= day && day <= to)
}

const isDay = (text: unknown) => typeof text === 'string' && /^(19|20)\d\d-\d\d-\d\d$/.test(text)

/** Computed once for each country, year and language, aside; a country that is not known has none. */
export async function holidaysOf(questions: readonly HolidayQuestion[]): Promise<Holiday[]> {
  const fresh = questions.filter((one) => !known.has(keyOf(one)))
  if (fresh.length) {
    const work = last.then(() => compute(fresh))
    last = work.catch(() => undefined)
    for (const [i, one] of fresh.entries()) {
      const key = keyOf(one)
      const part = work.then((answers) => answers[i] ?? [])
      known.set(key, part)
      part.catch(() => known.delete(key))
    }
    while (known.size > MOST + fresh.length) known.delete([...known.keys()][0] ?? '')
  }
  return (await Promise.all(questions.map((one) => known.get(keyOf(one))))).flatMap((one) => one ?? [])
}

const keyOf = (question: HolidayQuestion) => Object.values(question).join(' ')

function compute(questions: readonly HolidayQuestion[]): Promise<Holiday[][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./holiday-worker.ts', import.meta.url), { workerData: questions })
    worker.unref()
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the holidays were not computed')))
  })
}
