import { guarded } from '../guard.ts'

/** One's own notifications, for the bell. */
export const loader = guarded('member', (ctx, { context }) =>
  context.services.notification.readNotifications(ctx),
)
