import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { codeOf } from '#tests/support/posts.ts'
import { decodeText, guessEncoding } from './decode.ts'
import { DELIMITERS, type Delimiter, MAX_TORN } from './import.rules.ts'
import { guessDelimiter, readTable } from './read-table.ts'

async function all(text: string, delimiter: Delimiter = ',') {
  const rows = []
  for await (const row of readTable(text, delimiter)) rows.push(row)
  return rows
}
const KOREAN = '제목,본문\n봄,새로운 봄 차를 준비했어요\n'
// "제목,본문" and more, as Korean Windows saves it.
const EUC_KR = Buffer.from('c1a6b8f12cbabbb9ae0ababd2cbbf5b7cebfee20babd20c2f7b8a60a', 'hex')

it.each([
  ['utf-8', Buffer.from(KOREAN)],
  ['utf-8', Buffer.from(`\uFEFF${KOREAN}`)],
  ['utf-16le', Buffer.from(`\uFEFF${KOREAN}`, 'utf16le')],
  ['utf-16le', Buffer.from('Title,Text\nTea,"And more, of it"\n', 'utf16le')],
  ['utf-16be', Buffer.from(`\uFEFF${KOREAN}`, 'utf16le').swap16()],
  ['euc-kr', EUC_KR],
  ['windows-1252', Buffer.from('Title,Text\nCafé,Größe für 5 \x80\n', 'latin1')],
] as const)('knows %s', (encoding, bytes) => {
  expect(guessEncoding(bytes)).toBe(encoding)
  expect(decodeText(bytes, encoding)).not.toMatch(/[\uFEFF\uFFFD\0]/)
})

it('reads what Korean and Western Windows save', () => {
  expect(decodeText(EUC_KR, 'euc-kr')).toBe('제목,본문\n봄,새로운 봄 차를\n')
  expect(decodeText(Buffer.from('5 \x80', 'latin1'), 'windows-1252')).toBe('5 €')
})

it('refuses what is no text', async () => {
  const refused = (bytes: Buffer) => codeOf((async () => guessEncoding(bytes))())
  expect(await refused(Buffer.from('PK\x03\x04 a workbook'))).toBe('import.workbook')
  expect(await refused(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]))).toBe('import.notText')
})

it.each([
  ['a,b\n1,2', ','],
  ['a;b\n"1,5";2', ';'],
  ['a\tb\n1\t2', '\t'],
  ['a', ','],
] as const)('finds what separates %j', (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter)
})

it('reads whatever is written, in slices as in one go', async () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('a,b', 'c"d', 'e\nf', 'g\r\nh', ' ', ';', '한글'))
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(...DELIMITERS), async (data, delimiter) => {
      const text = Papa.unparse(data, { delimiter })
      const lines = (one: string) => one.replace(/\r\n?/g, '\n')
      const whole = data.map((row) => row.map(lines)).filter((row) => row.some((one) => one.trim()))
      expect((await all(text, delimiter)).map((row) => row.cells)).toEqual(whole)
    }),
  )
  expect(await all('a\n'.repeat(1_234))).toHaveLength(1_234)
  const many = Array.from({ length: 2_345 }, (_, i) => [String(i), `line\n${i}`])
  const read = await all(Papa.unparse(many))
  expect(read.map((row) => row.cells)).toEqual(many)
  expect(read.at(-1)?.row).toBe(2_345)
})

it('tells which row has a quotation mark too few', async () => {
  const rows = await all('a,b\n1,"two\nthree,4\n')
  expect(rows.map(({ row, broken }) => [row, broken])).toEqual([
    [1, false],
    [2, true],
  ])
})

it('refuses a text torn by quotation marks before each is noted, and counts none that may stand there', async () => {
  for (const torn of ['"x" '.repeat(MAX_TORN + 2), `"${'x"y\n'.repeat(MAX_TORN + 2)}`])
    expect(await codeOf(all(torn))).toBe('import.torn')
  const fine = 'a "word",5" wide,"doubled "" and "",\n","closed" ,"end"\n'
  const rows = await all(fine.repeat(MAX_TORN / 2))
  expect([rows.length, rows.some((row) => row.broken)]).toEqual([MAX_TORN / 2, false])
})

it('takes the delimiter by which the first line names columns, whatever else stands in the cells', () => {
  const own = 'Title,Text,Labels,Links\nOne,"a; b; c","x; y; z",\nTwo,"a; b; c","x; y; z",\n'
  expect(guessDelimiter(own)).toBe(',')
  expect(guessDelimiter('제목;본문;라벨\n하나;"a, b, c";"x, y"\n둘;"a, b, c";"x, y"\n')).toBe(';')
  expect(guessDelimiter('Message\tDate\nOne, two, three\t2027-01-02\n')).toBe('\t')
  // One name is enough, for no line is called so as a whole.
  expect(guessDelimiter('Titel;Text\nTee, heiß;Worte\n')).toBe(';')
  // No names: the lines decide, few as they are.
  expect(guessDelimiter('Eins;Zwei\nDrei;Vier\n')).toBe(';')
  const bare = '2027-01-02 09:00;Tea, hot;https://example.org\n2027-01-03 09:00;Tea;https://example.org\n'
  expect(guessDelimiter(bare)).toBe(';')
})

it('takes the delimiter that a spreadsheet has written in front, and no post of that line', async () => {
  const text = 'sep=;\r\nTitle;Text\r\nOne;"a, b"\r\n'
  expect(guessDelimiter(text)).toBe(';')
  expect(await all(text, ';')).toEqual([
    { row: 2, cells: ['Title', 'Text'], broken: false },
    { row: 3, cells: ['One', 'a, b'], broken: false },
  ])
})

it('takes UTF-8 with a torn character for UTF-8', () => {
  const torn = Buffer.concat([
    Buffer.from('Title,Text\nGrüße ☕,한국어 글\nTea,'),
    Buffer.from([0xed, 0x95, 0x0a]),
  ])
  expect(guessEncoding(torn)).toBe('utf-8')
  expect(decodeText(torn, 'utf-8')).toContain('Grüße ☕,한국어 글')
})

it('reads the syllables that Korean Windows has beyond EUC-KR', () => {
  // The first and the last of each part of the gaps, by code page 949.
  const known: [string, string][] = [
    ['8141', '갂'],
    ['8c63', '똠'],
    ['94ee', '뷁'],
    ['a0fe', '좤'],
    ['a141', '좥'],
    ['c164', '햏'],
    ['c652', '힣'],
  ]
  for (const [hex, syllable] of known) expect(decodeText(Buffer.from(hex, 'hex'), 'euc-kr')).toBe(syllable)
  // 똠얌꿍,맛있다 with words that EUC-KR has, too.
  const soup = Buffer.concat([
    Buffer.from('Title,Text\n'),
    Buffer.from('8c63bee4b2e12cb8c0c0d6b4d90a', 'hex'),
  ])
  expect(guessEncoding(soup)).toBe('euc-kr')
  expect(decodeText(soup, 'euc-kr')).toBe('Title,Text\n똠얌꿍,맛있다\n')
  expect(decodeText(EUC_KR, 'euc-kr')).toBe(new TextDecoder('euc-kr').decode(EUC_KR))
  // What is neither stays a sign that something is missing.
  expect(decodeText(Buffer.from('c6530a61', 'hex'), 'euc-kr')).toContain('\uFFFD')
})
