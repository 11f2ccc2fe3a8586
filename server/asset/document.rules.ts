/** Files that are kept as they come, for download only: name's end -> type. Pictures are decoded instead. */
const DOCUMENTS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  txt: 'text/plain',
  md: 'text/plain',
  csv: 'text/csv',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
} as const
type Ending = keyof typeof DOCUMENTS
export const DOCUMENT_ENDINGS = Object.keys(DOCUMENTS) as Ending[]

/** Folders inside an Office file, by its ending. */
const PARTS: Partial<Record<Ending, string>> = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/' }

/**
 * The type of a document by its first bytes and its name, which must agree; null: none of those that are kept. What only
 * claims to be one (a program named .pdf, a page named .txt that holds binary data) is none.
 */
export function documentType(bytes: Uint8Array, name: string): string | null {
  const ending = name.toLowerCase().split('.').at(-1) as Ending
  const type = DOCUMENTS[ending]
  if (!Object.hasOwn(DOCUMENTS, ending) || !type) return null
  return holds(bytes, ending) ? type : null
}

function holds(bytes: Uint8Array, ending: Ending): boolean {
  const at = (from: number, words: string) =>
    bytes.length >= from + words.length &&
    [...words].every((letter, i) => bytes[from + i] === letter.charCodeAt(0))
  if (ending === 'pdf') return at(0, '%PDF-')
  if (ending === 'mp4' || ending === 'mov') return at(4, 'ftyp')
  if (ending === 'txt' || ending === 'md' || ending === 'csv') return isText(bytes)
  if (!at(0, 'PK\u0003\u0004')) return false
  const part = PARTS[ending]
  // An archive names its parts at its end, uncompressed.
  if (part) return contains(bytes, '[Content_Types].xml') && contains(bytes, part)
  // OpenDocument begins with its own type, uncompressed.
  return at(30, 'mimetype') && at(38, DOCUMENTS[ending])
}

const contains = (bytes: Uint8Array, words: string): boolean =>
  new TextDecoder('latin1').decode(bytes).includes(words)

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
