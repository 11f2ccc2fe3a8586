import type { Ctx } from '../core/ctx.ts'

/**
 * After the commit of a change of rights: the member's presence ends at once, whether or not this process holds a
 * socket of theirs; their pages come back with what they may now. Their sockets are checked again by the feed.
 */
export function cutMember(ctx: Ctx, memberId: string): void {
  ctx.app.presence.cut({ uid: memberId })
}
