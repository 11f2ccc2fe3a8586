import { describe, expect, it } from 'vitest'
import { campaignPhase, campaignSettings, utmName } from './campaign.rules.ts'

describe('a campaign', () => {
  const good = { name: 'Chuseok', teamId: 't', startsOn: '2026-09-01', endsOn: '2026-09-27' }
  it.each<[string, object, boolean]>([
    ['plain', good, true],
    ['one day', { ...good, endsOn: '2026-09-01' }, true],
    ['backwards', { ...good, endsOn: '2026-08-31' }, false],
    ['open-ended', { ...good, endsOn: null }, true],
    ['on no day', { ...good, startsOn: '2026-02-30' }, false],
    ['with a target', { ...good, targets: [{ metric: 'impressions', value: 5_000 }] }, true],
    [
      'with a target twice',
      { ...good, targets: [1, 2].map((value) => ({ metric: 'clicks', value })) },
      false,
    ],
    ['with an unknown target', { ...good, targets: [{ metric: 'vibes', value: 1 }] }, false],
  ])('%s', (_, value, valid) => expect(campaignSettings.safeParse(value).success).toBe(valid))

  it.each([
    ['2026-08-31', 'coming'],
    ['2026-09-01', 'running'],
    ['2026-09-27', 'running'],
    ['2026-09-28', 'over'],
  ])('on %s is %s', (today, phase) => expect(campaignPhase(good, today)).toBe(phase))

  it.each([
    ['Spring Sale 2026!', 'spring-sale-2026'],
    ['추석 캠페인', '추석-캠페인'],
    [' ?! ', ''],
  ])('%s in a link is %s', (name, utm) => expect(utmName(name)).toBe(utm))
})
