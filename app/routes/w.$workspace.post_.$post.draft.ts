import { draftLoader } from '../draft/post-loader.ts'

export const loader = draftLoader
