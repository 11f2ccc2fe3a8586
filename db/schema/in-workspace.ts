import { text } from '../columns.ts'
import { workspace } from './workspace.ts'

/** The workspace a row belongs to: exactly one. */
export const inWorkspace = () =>
  text()
    .notNull()
    .references(() => workspace.id)
