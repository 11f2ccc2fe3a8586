import { rowsLoader } from '../inbox/inbox-loader.ts'

export const loader = rowsLoader
