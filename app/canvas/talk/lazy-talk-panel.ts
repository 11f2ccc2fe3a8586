import { lazyPart } from '../../ui/lazy-part.tsx'

/** The panel of discussions, fetched when somebody opens it. */
export const TalkPanel = lazyPart(async () => (await import('./talk-panel.tsx')).TalkPanel)
