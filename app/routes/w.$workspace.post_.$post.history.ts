import { historyLoader } from '../draft/post-loader.ts'

export const loader = historyLoader
