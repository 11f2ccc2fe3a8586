import { z } from 'zod'
import { event } from '../event/declare.ts'
import { channelView } from './channel-view.rules.ts'

const changed = event(z.object({ channel: channelView }))

/** Who may hear of a channel: everybody who sees posts names channels, so the audience is the whole workspace. */
export const channelEvents = {
  'channel.connected': changed,
  'channel.changed': changed,
  /** The network wants a new login. */
  'channel.expired': changed,
  'channel.disconnected': changed,
  'channel.removed': event(z.object({ id: z.string(), name: z.string() })),
}
