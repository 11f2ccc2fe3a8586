import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CsvPlan, FIELDS, type RowIssue } from './import.rules.ts'
import { type Draft, type Places, readRow } from './import-row.rules.ts'

const plan: CsvPlan = {
  kind: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  header: true,
  columns: Object.fromEntries(FIELDS.map((field, index) => [field, index])),
  dates: 'dmy',
  zone: 'Europe/Berlin',
  stage: 'draft',
  channelIds: ['usual'],
  linkInText: true,
}
const places: Places = {
  channels: [
    { id: 'c1', name: 'Nordlicht', handle: 'nordlicht.eu', network: 'bluesky' },
    { id: 'c2', name: 'Nordlicht KR', handle: 'nordlicht', network: 'practice' },
    { id: 'c3', name: 'Second', handle: 'second', network: 'practice' },
  ],
  campaigns: [{ id: 'k', name: 'Winter' }],
  members: [
    { id: 'm1', name: 'Mina Kim', email: 'mina@example.org' },
    { id: 'm2', name: 'Jo' },
    { id: 'm3', name: 'Jo' },
  ],
  stages: new Map([
    ['idea', 'idea'],
    ['초안', 'draft'],
    ['published', 'published'],
  ]),
}
const NOW = Date.UTC(2026, 10, 1)
const row = (more: Partial<Record<(typeof FIELDS)[number], string>>) =>
  FIELDS.map((field) => more[field] ?? '')
const read = (more: Parameters<typeof row>[0]) => readRow(row(more), plan, places, NOW)

it('makes a post of a whole row', () => {
  const read1 = read({
    title: 'Tea',
    text: "'=not a formula",
    when: '24/12/2026 18:30',
    channels: 'NORDLICHT; @nordlicht',
    labels: 'Tea, Winter',
    campaign: 'winter',
    assignee: 'mina@example.org',
    stage: 'IDEA',
    due: '20/12/2026',
    link: 'example.org/tea',
  })
  expect(read1).toEqual({
    draft: {
      title: 'Tea',
      text: '=not a formula\n\nhttps://example.org/tea',
      stage: 'idea',
      labels: ['Tea', 'Winter'],
      channelIds: ['c1', 'c2'],
      workingId: null,
      campaignId: 'k',
      assigneeId: 'm1',
      sendLocal: '2026-12-24T18:30',
      sendZone: 'Europe/Berlin',
      sendAt: Date.UTC(2026, 11, 24, 17, 30),
      dueAt: Date.UTC(2026, 11, 20, 8),
      links: ['https://example.org/tea'],
      notices: [],
    } satisfies Draft,
  })
})

it('takes what a row does not say from the choice for the file, and the title from the text', () => {
  expect(read({ text: 'First line\nsecond', stage: 'Published', when: '1/2/2020' })).toMatchObject({
    draft: {
      title: 'First line',
      stage: 'draft',
      channelIds: ['usual'],
      sendZone: 'Europe/Berlin',
      notices: ['past', 'stage'],
    },
  })
})

it('turns nothing around that stands behind a title or a label', () => {
  expect(read({ title: '\u202egpj.exe', labels: '\u2067Tea, \u202eWinter' })).toMatchObject({
    draft: { title: 'gpj.exe', labels: ['Tea', 'Winter'] },
  })
  // What is nothing else is no title.
  expect(read({ title: '\u202e' })).toMatchObject({ issues: [{ field: 'text', code: 'empty' }] })
})

it.each<[Parameters<typeof row>[0], RowIssue]>([
  [{}, { field: 'text', code: 'empty', params: {} }],
  [{ title: 'x'.repeat(201) }, { field: 'title', code: 'tooLong', params: { max: 200 } }],
  [
    { title: 'a', when: '31/02/2026' },
    { field: 'when', code: 'date', params: { value: '31/02/2026' } },
  ],
  [
    { title: 'a', day: '1/1/2027', time: 'x' },
    { field: 'day', code: 'date', params: { value: '1/1/2027 x' } },
  ],
  [
    { title: 'a', time: '10:00' },
    { field: 'time', code: 'timeAlone', params: { value: '10:00' } },
  ],
  [
    { title: 'a', zone: 'Mars/Base' },
    { field: 'zone', code: 'zone', params: { value: 'Mars/Base' } },
  ],
  [
    { title: 'a', channels: 'Nobody' },
    { field: 'channels', code: 'channels', params: { value: 'Nobody' } },
  ],
  [
    { title: 'a', channels: 'practice' },
    { field: 'channels', code: 'channelsTwice', params: { value: 'practice' } },
  ],
  [
    { title: 'a', campaign: 'Spring' },
    { field: 'campaign', code: 'campaign', params: { value: 'Spring' } },
  ],
  [
    { title: 'a', assignee: 'jo' },
    { field: 'assignee', code: 'assigneeTwice', params: { value: 'jo' } },
  ],
  [
    { title: 'a', stage: 'Soon' },
    { field: 'stage', code: 'stage', params: { value: 'Soon' } },
  ],
  [
    { title: 'a', link: 'javascript:alert(1)' },
    { field: 'link', code: 'url', params: { value: 'javascript:alert(1)' } },
  ],
  [
    { title: 'a', labels: 'y'.repeat(41) },
    { field: 'labels', code: 'labelLong', params: { value: 'y'.repeat(41), max: 40 } },
  ],
])('says what is wrong with %j', (more, issue) => {
  expect(read(more)).toEqual({ issues: [issue] })
})

it('names every wrong field of a row at once', () => {
  const said = read({ when: 'soon', campaign: 'x', stage: 'y' })
  expect('issues' in said && said.issues.map((one) => one.field)).toEqual([
    'text',
    'when',
    'campaign',
    'stage',
  ])
})

it('never throws, and what it makes fits the limits', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('1/2/2026', 'Winter'),
  )
  fc.assert(
    fc.property(fc.array(cell, { maxLength: FIELDS.length }), (cells) => {
      const made = readRow(cells, plan, places, NOW)
      expect('issues' in made ? made.issues.length : 1).toBeGreaterThan(0)
      if ('issues' in made) return
      expect(made.draft.title.length).toBeGreaterThan(0)
      expect(made.draft.title.length).toBeLessThanOrEqual(200)
      expect(made.draft.labels.length).toBeLessThanOrEqual(20)
      expect(made.draft.sendAt === null).toBe(made.draft.sendLocal === null)
    }),
  )
})
