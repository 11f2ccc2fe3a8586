import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Ctx } from '#server/core/ctx.ts'

/** What the profile page shows, and the number it was read at. */
export async function profileFacts(ctx: Ctx, { context }: LoaderFunctionArgs) {
  const { directory, notification, session } = context.services
  const head = await directory.readHead(ctx)
  const [mail, sessions] = await Promise.all([notification.readMailChoice(ctx), session.readSessions(ctx)])
  return { head, email: context.account?.email ?? '', mail, sessions }
}
