import type { readImport, readImports } from '#server/import/import.reads.ts'
import type { lookAtImport } from '#server/import/look-at-import.ts'

export type ImportFacts = Awaited<ReturnType<typeof readImports>>[number]
export type BadRow = Awaited<ReturnType<typeof readImport>>['bad'][number]
export type Look = NonNullable<Awaited<ReturnType<typeof lookAtImport>>['look']>
export type CsvLook = Extract<Look, { kind: 'csv' }>
export type TrelloLook = Extract<Look, { kind: 'trello' }>
