import chardet from 'chardet'
import { Problem } from '../platform/problem.ts'
import { decodeKorean } from './decode-korean.ts'
import type { Encoding } from './import.rules.ts'

/** So much tells what a file is, bytes or characters: looking at all of a large one would keep others waiting. */
const HEAD = 65_536

/**
 * A file in which less than this share of what is not ASCII is no UTF-8 is UTF-8 with something torn in it; in any other
 * encoding nearly all of it would be none.
 */
const TORN = 0.2

/** What tells files apart that are no text: workbooks, pictures, PDFs. */
const WORKBOOK = [Buffer.from('PK\x03\x04'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])]

const starts = (bytes: Buffer, ...mark: number[]) => mark.every((byte, index) => bytes[index] === byte)

function decodes(bytes: Buffer, encoding: Encoding): string | null {
  try {
    if (encoding === 'euc-kr') return decodeKorean(bytes, { fatal: true })
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The share of `test` among what is not ASCII. */
function share(text: string, test: RegExp): number {
  const odd = [...text].filter((sign) => sign > '\x7f')
  return odd.length ? odd.filter((sign) => test.test(sign)).length / odd.length : 0
}

/**
 * The encoding of a text file: by its mark, else UTF-8 when it is that, else what is most likely. A person can choose
 * another. Problems: import.workbook, import.notText.
 */
export function guessEncoding(bytes: Buffer): Encoding {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be'
  if (WORKBOOK.some((mark) => bytes.subarray(0, mark.length).equals(mark)))
    throw new Problem('import.workbook')
  const head = bytes.subarray(0, HEAD)
  const nul = (odd: 0 | 1) => head.filter((byte, index) => byte === 0 && index % 2 === odd).length
  if (head.includes(0)) {
    const [even, odd] = [nul(0), nul(1)]
    if (Math.max(even, odd) * 4 < head.length || Math.min(even, odd) * 20 > head.length)
      throw new Problem('import.notText')
    return odd > even ? 'utf-16le' : 'utf-16be'
  }
  if (decodes(bytes, 'utf-8') !== null) return 'utf-8'
  if (share(new TextDecoder().decode(head), /\uFFFD/) < TORN) return 'utf-8'
  const korean = decodes(bytes, 'euc-kr')
  // Short texts give statistics little to go by, but what decodes to Hangul throughout is Korean.
  if (korean !== null && share(korean.slice(0, HEAD), /[가-힣ㄱ-ㆎ　-〿！-～]/) > 0.8) return 'euc-kr'
  const likely = chardet.analyse(head).find(({ name }) => /^(EUC-KR|windows-125|ISO-8859)/.test(name))?.name
  return likely === 'EUC-KR' && korean !== null ? 'euc-kr' : 'windows-1252'
}

/** The text of a file; what is not valid in the encoding becomes U+FFFD, a byte order mark goes, NUL too. */
export const decodeText = (bytes: Buffer, encoding: Encoding): string =>
  (encoding === 'euc-kr' ? decodeKorean(bytes) : new TextDecoder(encoding).decode(bytes)).replaceAll('\0', '')
