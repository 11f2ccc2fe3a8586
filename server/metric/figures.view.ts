import { liveView } from '../event/live-view.ts'
import { readFigures } from './figures.reads.ts'
import { type Figures, type FiguresInput, figuresInput } from './figures.rules.ts'
import { type FiguresPatch, patchOf, says } from './figures-patch.rules.ts'

/** The dashboard while somebody looks at it. */
export const figuresView = liveView<FiguresInput, Figures, FiguresPatch>({
  name: 'figures',
  permission: 'dashboard:read',
  input: figuresInput,
  movedBy: [
    'metric.collected',
    'conversation.received',
    'conversation.sent',
    'sentiment.corrected',
    'delivery.sent',
    'delivery.resolved',
    'post.changed',
    'channel.connected',
    'channel.removed',
  ],
  read: readFigures,
  step(before, after) {
    const patch = patchOf(before, after)
    return { patch, says: patch === null || says(patch) || after.at - before.at > 50_000 }
  },
})
