import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { team } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { holidaysOf, readHolidays } from './holiday.reads.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('knows movable days, in the reader’s language where it has one', async () => {
  const korean = await holidaysOf([{ country: 'KR', year: 2026, language: 'ko' }])
  expect(korean).toContainEqual(expect.objectContaining({ day: '2026-03-01', name: '3·1절' }))
  const covered = (day: string) =>
    korean.some((one) => one.day <= day && Date.parse(day) < Date.parse(one.day) + one.days * 86_400_000)
  const around = ['2026-02-15', '2026-02-16', '2026-02-18', '2026-02-19']
  expect(around.map(covered)).toEqual([false, true, true, false])
  const german = await holidaysOf([{ country: 'DE', year: 2026, language: 'en' }])
  expect(german).toContainEqual({ country: 'DE', day: '2026-04-06', days: 1, name: 'Easter Monday' })
  // What most work on is no day off.
  expect(german.some((one) => one.name.includes('Valentine'))).toBe(false)
})

it('a place that is no country has none', async () => {
  expect(await holidaysOf([{ country: 'QQ', year: 2026, language: 'en' }])).toEqual([])
})

it('gives those of the teams’ countries, over a year’s end too', async () => {
  const { owner, teamId } = await core.workspace()
  await owner.store.write((db) =>
    db
      .update(team)
      .set({ country: 'ES' })
      .where(and(eq(team.workspaceId, owner.workspaceId), eq(team.id, teamId)))
      .then(() => undefined),
  )
  const found = await readHolidays(owner, '2026-12-24', '2027-01-06', 'en')
  expect(found.map(({ day, country }) => [day, country])).toEqual([
    ['2026-12-25', 'ES'],
    ['2027-01-01', 'ES'],
    ['2027-01-06', 'ES'],
  ])
})
