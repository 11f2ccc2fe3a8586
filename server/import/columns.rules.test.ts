import { expect, it } from 'vitest'
import { columnsByContent, columnsByName, guessColumns, isHeader, presetOf } from './columns.rules.ts'

it.each([
  [['Text', 'Image URL', 'Tags', 'Posting Time'], { text: 0, image: 1, labels: 2, when: 3 }],
  [['Date (dd/mm/yyyy)', 'Message', 'Link'], { when: 0, text: 1, link: 2 }],
  [['Date', 'Time', 'Caption'], { day: 0, time: 1, text: 2 }],
  [['제목', '본문', '예정 시각', '시간대', '라벨'], { title: 0, text: 1, when: 2, zone: 3, labels: 4 }],
  [['title', 'TITLE', 'due_date'], { title: 0, due: 2 }],
  [['a', 'b'], {}],
])('finds the columns of %j', (names, columns) => {
  expect(columnsByName(names)).toEqual(columns)
})

it('knows a file without names by what stands in it', () => {
  const rows = [
    ['25/12/2026 10:00', 'Merry words for everybody', 'https://example.org/a'],
    ['26/12/2026 10:00', 'And more of them', ''],
  ]
  expect(isHeader(rows[0] ?? [])).toBe(false)
  expect(columnsByContent(rows)).toEqual({ when: 0, text: 1, link: 2 })
  expect(guessColumns(rows, 'mdy')).toMatchObject({
    header: false,
    preset: 'hootsuite',
    dates: 'dmy',
    datesSure: true,
  })
})

it('knows whose file it is', () => {
  expect(presetOf([['Text', 'Image URL', 'Tags', 'Posting Time']])).toBe('buffer')
  expect(presetOf([['Title', 'Text', 'Planned', 'Labels']])).toBe('hubbub')
  expect(presetOf([['One', 'Two']])).toBeNull()
  expect(
    guessColumns(
      [
        ['Text', 'Posting Time'],
        ['a', '1/2/2026 10:00'],
      ],
      'dmy',
    ),
  ).toMatchObject({
    header: true,
    dates: 'dmy',
    datesSure: false,
  })
})

it('knows Korean names with their spaces and without them', () => {
  expect(columnsByName(['제목', '본문', '예약일시', '담당자', '예정시각'])).toEqual({
    title: 0,
    text: 1,
    when: 2,
    assignee: 3,
  })
  expect(columnsByName(['내용', '예약날짜', '시간'])).toEqual({ text: 0, day: 1, time: 2 })
  expect(columnsByName(['게시일', 'Post Text'])).toEqual({ when: 0, text: 1 })
})

it('looks at a cell of megabytes no longer than at a name', () => {
  const begun = performance.now()
  const rows = [['('.repeat(1_000_000), 'Text (what is sent)']]
  expect(guessColumns(rows, 'dmy')).toMatchObject({ header: true, columns: { text: 1 } })
  expect(performance.now() - begun).toBeLessThan(1_000)
})
