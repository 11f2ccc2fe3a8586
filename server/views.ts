import type { LiveView } from './event/live-view.ts'
import { figuresView } from './metric/figures.view.ts'

/** What can be looked at live over the socket besides the log itself. */
export const VIEWS: readonly LiveView[] = [figuresView]
