import { lazyPart } from './lazy-part.tsx'

/** The sheet for what is seldom opened. */
export const LazySheet = lazyPart(async () => (await import('./sheet.tsx')).Sheet)
