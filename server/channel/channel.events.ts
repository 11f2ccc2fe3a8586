import { z } from 'zod'
import { event } from '../event/declare.ts'
import { channelView } from './channel-view.rules.ts'

const changed = event(z.object({ channel: channelView }))

/** Who hears of a channel: those who may read its team. */
export const channelEvents = {
  'channel.connected': changed,
  'channel.changed': changed,
  /** The network wants a new login. */
  'channel.expired': changed,
  'channel.disconnected': changed,
  /** It went to another team, and its conversations with it. Told to those who could read them and who can now. */
  'channel.conversationsMoved': event(
    z.object({ channelId: z.string(), from: z.string(), to: z.string(), count: z.number() }),
  ),
  'channel.removed': event(z.object({ id: z.string(), name: z.string() })),
}
