import { expect, it } from 'vitest'
import { type PauseScope, pausedBy } from './pause.rules.ts'

const target = { teamId: 'seoul', network: 'bluesky', campaignId: 'chuseok', labels: ['gift', 'promo'] }
const paused = (scope: PauseScope, now = 50) =>
  pausedBy([{ id: 'p', scope, reason: 'A crisis', from: 10, to: 100 }], target, now).length === 1

it.each<[PauseScope, boolean]>([
  [{ kind: 'workspace' }, true],
  [{ kind: 'team', id: 'seoul' }, true],
  [{ kind: 'team', id: 'berlin' }, false],
  [{ kind: 'network', id: 'bluesky' }, true],
  [{ kind: 'network', id: 'email' }, false],
  [{ kind: 'campaign', id: 'chuseok' }, true],
  [{ kind: 'campaign', id: 'xmas' }, false],
  [{ kind: 'label', id: 'promo' }, true],
  [{ kind: 'label', id: 'pro' }, false],
])('a pause of %j holds it: %s', (scope, held) => expect(paused(scope)).toBe(held))

it.each([
  [9, false],
  [10, true],
  [99, true],
  [100, false],
])('at %i: %s', (now, held) => expect(paused({ kind: 'workspace' }, now)).toBe(held))

it('holds nothing of a post without a campaign by a campaign', () =>
  expect(
    pausedBy(
      [{ id: 'p', scope: { kind: 'campaign', id: 'x' }, reason: 'r', from: 0, to: null }],
      { ...target, campaignId: null },
      1,
    ),
  ).toEqual([]))
