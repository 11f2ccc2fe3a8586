import { expect, it } from 'vitest'
import { newPause, type PauseScope, pausedBy } from './pause.rules.ts'

const target = { teamId: 'seoul', network: 'bluesky', campaignId: 'chuseok', labels: ['gift', 'promo'] }
const paused = (scope: PauseScope, now = 50) =>
  pausedBy([{ ...scope, startedAt: 10, endedAt: 100 }], target, now).length === 1

it.each<[PauseScope, boolean]>([
  [{ scope: 'workspace', value: '' }, true],
  [{ scope: 'team', value: 'seoul' }, true],
  [{ scope: 'team', value: 'berlin' }, false],
  [{ scope: 'network', value: 'bluesky' }, true],
  [{ scope: 'network', value: 'email' }, false],
  [{ scope: 'campaign', value: 'chuseok' }, true],
  [{ scope: 'campaign', value: 'xmas' }, false],
  [{ scope: 'label', value: 'promo' }, true],
  [{ scope: 'label', value: 'pro' }, false],
])('a pause of %j holds it: %s', (scope, held) => expect(paused(scope)).toBe(held))

it.each([
  [9, false],
  [10, true],
  [99, true],
  [100, false],
])('at %i: %s', (now, held) => expect(paused({ scope: 'workspace', value: '' }, now)).toBe(held))

it('holds nothing of a post without a campaign by a campaign', () =>
  expect(
    pausedBy(
      [{ scope: 'campaign', value: 'x', startedAt: 0, endedAt: null }],
      { ...target, campaignId: null },
      1,
    ),
  ).toEqual([]))

it.each([
  [{ scope: 'workspace', reason: 'A crisis' }, true],
  [{ scope: 'team', value: 't', reason: 'A crisis' }, true],
  [{ scope: 'team', reason: 'A crisis' }, false],
  [{ scope: 'workspace', value: 't', reason: 'A crisis' }, false],
  [{ scope: 'workspace', reason: ' ' }, false],
])('%j is valid: %s', (value, valid) => expect(newPause.safeParse(value).success).toBe(valid))
