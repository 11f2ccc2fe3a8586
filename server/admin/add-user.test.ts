import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { team, workspace } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { addUser } from './add-user.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it.each([
  ['Asia/Seoul', 'en', 'KR'],
  ['Europe/Madrid', 'en', 'ES'],
  ['UTC', 'ko', 'KR'],
  ['UTC', 'en', 'US'],
] as const)('a company of %s (%s) is in %s', async (zone, locale, country) => {
  const words = { name: 'Ann', password: 'a long password', role: 'owner' as const }
  const email = `${zone}-${locale}@example.org`.toLowerCase().replace('/', '-')
  const slug = await addUser(core.app, { ...words, email, zone, locale, company: `${zone} ${locale}` })
  const [place] = await core.app.store.read
    .select({ id: workspace.id })
    .from(workspace)
    .where(eq(workspace.slug, slug))
  const teams = await core.app.store.read
    .select()
    .from(team)
    .where(eq(team.workspaceId, place?.id ?? ''))
  expect(teams).toMatchObject([{ kind: 'hq', country, zone }])
})
