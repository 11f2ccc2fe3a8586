import { expect, it } from 'vitest'
import { documentType } from './document.rules.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const zip = (...names: string[]) => bytes(`PK\u0003\u0004${' '.repeat(26)}${names.join('  ')}`)

it.each([
  ['brief.pdf', bytes('%PDF-1.7 ...'), 'application/pdf'],
  ['Brief.PDF', bytes('%PDF-1.7 ...'), 'application/pdf'],
  ['brief.pdf', bytes('MZ\u0090 a program'), null],
  ['brief.pdf', bytes(''), null],
  ['notes.txt', Buffer.from('메모\nzwei'), 'text/plain'],
  ['notes.txt', bytes('\u00ff\u00fe not UTF-8'), null],
  ['rows.csv', bytes('a;b\u0000c'), null],
  ['rows.csv', bytes('a,b\r\n1,2'), 'text/csv'],
  ['page.html', bytes('<script>'), null],
  ['picture.svg', bytes('<svg/>'), null],
  ['plan.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), expect.stringContaining('spreadsheetml')],
  ['plan.docx', zip('[Content_Types].xml', 'xl/workbook.xml'), null],
  ['tool.zip', zip('tool.exe'), null],
  [
    'plan.odt',
    zip('mimetypeapplication/vnd.oasis.opendocument.text'),
    expect.stringContaining('opendocument'),
  ],
  ['cut.mp4', bytes('\u0000\u0000\u0000\u0018ftypmp42'), 'video/mp4'],
  ['constructor', bytes('%PDF-'), null],
] as const)('%s', (name, content, type) => {
  expect(documentType(content, name)).toEqual(type)
})
