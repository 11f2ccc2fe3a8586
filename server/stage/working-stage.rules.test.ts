import { describe, expect, it } from 'vitest'
import { columnOf, columnsOf, isFull, neighbourOf, type WorkingStage } from './working-stage.rules.ts'

const stage = (teamId: string, name: string, rank: string, limit: number | null = null): WorkingStage => ({
  id: `${teamId}-${name}`,
  teamId,
  name,
  rank,
  limit,
})
const keys = (stages: WorkingStage[]) => columnsOf(stages).map((one) => one.key)
const BUILT_IN = ['in_review', 'approved', 'scheduled', 'published']

describe('the columns of a board', () => {
  it('are the built-in ones without working stages', () => {
    expect(keys([])).toEqual(['idea', 'draft', ...BUILT_IN])
  })

  it('have a team’s own between draft and review, in its order', () => {
    expect(keys([stage('hq', 'Legal', 'a2'), stage('hq', 'Design', 'a1')])).toEqual([
      'idea',
      'draft',
      'w:design',
      'w:legal',
      ...BUILT_IN,
    ])
  })

  it('have stages of one name once, whatever its case, with each team’s own', () => {
    const [, , design] = columnsOf([stage('hq', 'Design', 'a1'), stage('seoul', 'DESIGN', 'a5')])
    expect(design).toEqual({
      key: 'w:design',
      stage: 'draft',
      name: 'Design',
      ids: { hq: 'hq-Design', seoul: 'seoul-DESIGN' },
    })
  })

  it('are called as the team wrote it that had stages first, whatever the ranks', () => {
    const [, , design] = columnsOf([stage('seoul', 'DESIGN', 'a1'), stage('hq', 'Design', 'a5')])
    expect(design?.name).toBe('Design')
  })

  it('keep the order of each team where the others allow', () => {
    const mixed = [
      ...[stage('hq', 'Design', 'a1'), stage('hq', 'Legal', 'a3')],
      ...[stage('seoul', 'Design', 'a1'), stage('seoul', 'Translation', 'a2'), stage('seoul', 'Legal', 'a3')],
    ]
    expect(keys(mixed).slice(2, 5)).toEqual(['w:design', 'w:translation', 'w:legal'])
  })
})

it('a card stands in its working stage only while it is a draft; of one that vanished in plain draft', () => {
  const names = new Map([['d', 'Design']])
  expect(columnOf({ stage: 'draft', workingId: 'd' }, names)).toBe('w:design')
  expect(columnOf({ stage: 'in_review', workingId: 'd' }, names)).toBe('in_review')
  expect(columnOf({ stage: 'draft', workingId: 'gone' }, names)).toBe('draft')
  expect(columnOf({ stage: 'draft' }, names)).toBe('draft')
})

it('is full at its limit, never without one', () => {
  expect([isFull(2, 1), isFull(2, 2), isFull(null, 500)]).toEqual([false, true, false])
})

it('gives its posts to the stage before it, the first to plain draft', () => {
  const stages = [stage('hq', 'A', 'a1'), stage('hq', 'B', 'a2'), stage('seoul', 'C', 'a1')]
  expect(neighbourOf(stages, 'hq-B')).toBe('hq-A')
  expect(neighbourOf(stages, 'hq-A')).toBeNull()
  expect(neighbourOf(stages, 'seoul-C')).toBeNull()
})
