import { labelKey } from '../post/post.rules.ts'
import type { Columns, Field } from './import.rules.ts'
import { type DateOrder, guessOrder, readDate } from './import-date.rules.ts'

/** What columns are called in the exports of other products, in spreadsheets, in our own files; without signs. */
const NAMES: Record<Field, readonly string[]> = {
  title: ['title', 'post title', 'subject', 'headline', 'name', '제목'],
  text: [
    'text',
    'message',
    'post text',
    'content',
    'caption',
    'copy',
    'body',
    'post message',
    'update text',
    'description',
    '본문',
    '내용',
    '메시지',
    '텍스트',
  ],
  when: [
    'planned',
    'posting time',
    'date and time',
    'datetime',
    'date time',
    'scheduled at',
    'scheduled time',
    'send time',
    'publish at',
    'schedule',
    '예정 시각',
    '예약 시간',
    '예약 일시',
    '게시 일시',
    '게시 시간',
    '발행 일시',
    '발행 시간',
    '업로드 일시',
    '업로드 시간',
    '날짜 및 시간',
    '일시',
  ],
  day: [
    'date',
    'day',
    'posting date',
    'publish date',
    'scheduled date',
    '날짜',
    '예약 날짜',
    '예약일',
    '게시일',
    '발행일',
    '업로드일',
  ],
  time: ['time', 'hour', 'publish time', '시간', '시각'],
  zone: ['time zone', 'timezone', 'zone', '시간대'],
  channels: ['channels', 'channel', 'profile', 'profiles', 'account', 'accounts', 'social network', '채널'],
  labels: ['labels', 'label', 'tags', 'tag', '라벨', '태그'],
  campaign: ['campaign', '캠페인'],
  assignee: ['assignee', 'assigned to', 'owner', '담당자'],
  stage: ['stage', 'status', '단계', '상태'],
  due: ['due', 'due date', 'deadline', '마감', '마감일'],
  link: ['link', 'links', 'url', 'link url', 'ogmetaurl', '링크'],
  image: [
    'image url',
    'image',
    'image urls',
    'imageurls',
    'media',
    'media url',
    'media urls',
    'picture',
    '이미지',
  ],
}

export const PRESETS = ['hubbub', 'buffer', 'hootsuite'] as const
export type Preset = (typeof PRESETS)[number]

const plain = (name: string) =>
  labelKey(name)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[_\-*:"']+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Korean is written with its spaces or without them. */
const close = (words: string) => words.replaceAll(' ', '')

/** No column is called by more, signs and notes in brackets included. */
const LONGEST_NAME = 200

const fieldOf = (name: string): Field | undefined => {
  if (name.length > LONGEST_NAME) return
  const word = close(plain(name))
  const found = Object.entries(NAMES).find(([, names]) => names.some((one) => close(one) === word))
  return found?.[0] as Field | undefined
}

/** Whether the first row names the columns rather than being one of them. */
export const isHeader = (row: readonly string[]): boolean => row.some((cell) => fieldOf(cell) !== undefined)

/** Which column is which field, by their names; the first of two that say the same. */
export function columnsByName(names: readonly string[]): Columns {
  const columns: Columns = {}
  for (const [index, name] of names.entries()) {
    const field = fieldOf(name)
    if (field && columns[field] === undefined) columns[field] = index
  }
  // A date that stands alone may carry its time.
  if (columns.day !== undefined && columns.time === undefined && columns.when === undefined) {
    columns.when = columns.day
    delete columns.day
  }
  return columns
}

/** The columns of a file without names, by what stands in them: a date, a web address, the longest words. */
export function columnsByContent(rows: readonly (readonly string[])[]): Columns {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const cells = (index: number) => rows.map((row) => row[index] ?? '').filter((cell) => cell.trim())
  const mostly = (index: number, test: (cell: string) => boolean) => {
    const all = cells(index)
    return all.length > 0 && all.filter(test).length * 2 > all.length
  }
  const isDate = (cell: string) => (['ymd', 'dmy', 'mdy'] as const).some((o) => readDate(cell, o, 'UTC'))
  const isUrl = (cell: string) => /^https?:\/\/\S+$/i.test(cell.trim())
  const columns: Columns = {}
  const words: { index: number; length: number }[] = []
  for (let index = 0; index < width; index++) {
    if (columns.when === undefined && mostly(index, isDate)) columns.when = index
    else if (mostly(index, isUrl)) {
      if (columns.link === undefined) columns.link = index
      else columns.image ??= index
    } else words.push({ index, length: cells(index).join('').length })
  }
  const [text] = words.sort((a, b) => b.length - a.length)
  if (text && text.length > 0) columns.text = text.index
  return columns
}

/** The columns as a product's files have them. Buffer and our template name theirs; Hootsuite's bulk files do not. */
export function columnsOf(preset: Preset, rows: readonly (readonly string[])[]): Columns {
  const [first = []] = rows
  if (preset === 'hootsuite' && !isHeader(first)) {
    const columns: Columns = { when: 0, text: 1 }
    if (first.length > 2) columns.link = 2
    if (first.length > 3) columns.image = 3
    return columns
  }
  return columnsByName(first)
}

/** The product a file is most likely of, by its first rows; null: of none that is known. */
export function presetOf(rows: readonly (readonly string[])[]): Preset | null {
  const [first = []] = rows
  const names = first.map((name) => plain(name.slice(0, LONGEST_NAME)))
  if (names.includes('posting time') && names.includes('text')) return 'buffer'
  const own = ['title', 'text', 'planned', '제목', '본문', '예정 시각'].filter((name) => names.includes(name))
  if (own.length >= 3) return 'hubbub'
  const when = ['ymd', 'dmy', 'mdy'].some((order) => readDate(first[0] ?? '', order as DateOrder, 'UTC'))
  return when && first.length >= 2 && first.length <= 5 ? 'hootsuite' : null
}

/** What the first rows of a file say about the rest of it. `usual` is how dates stand where the reader lives. */
export function guessColumns(rows: readonly (readonly string[])[], usual: DateOrder) {
  const [first = []] = rows
  const header = isHeader(first)
  const columns = header ? columnsByName(first) : columnsByContent(rows)
  const body = header ? rows.slice(1) : rows
  const at = columns.when ?? columns.day ?? columns.due
  const { order, sure } = guessOrder(at === undefined ? [] : body.map((row) => row[at] ?? ''), usual)
  return { header, columns, preset: presetOf(rows), dates: order, datesSure: sure }
}
