import { threadJsonLoader } from '../inbox/inbox-loader.ts'

export const loader = threadJsonLoader
