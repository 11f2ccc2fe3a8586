import { and, eq } from 'drizzle-orm'
import { post } from '#db/schema.ts'
import { enterCanvas } from '../canvas/enter-canvas.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Admission } from '../platform/presence/presence-auth.ts'
import { may, type Permission } from './permission.rules.ts'

/** The page families with a presence room each, and what lets one in. */
const FAMILIES: Record<string, Permission> = {
  plan: 'post:read',
  inbox: 'conversation:read',
  dashboard: 'dashboard:read',
  practice: 'channel:read',
  settings: 'post:read',
}

/**
 * Who may be in a presence room. Rooms are `<workspace>:<family>` for a page family, `<workspace>:draft:<post>`
 * while a draft is edited, `<workspace>:canvas:<canvas>` for a canvas. Everybody who may read may show presence; only writers may change what a room stores.
 */
export async function mayEnter(ctx: Ctx, room: string): Promise<Admission | null> {
  const [workspaceId, family = '', id, ...more] = room.split(':')
  if (workspaceId !== ctx.workspaceId || !ctx.memberId || more.length) return null
  const who = { uid: ctx.memberId, name: ctx.name }
  if (family === 'canvas' && id) {
    const found = await enterCanvas(ctx, id)
    return found && { ...who, ...found }
  }
  if (family === 'draft' && id) {
    const [draft] = await ctx.store.read
      .select({ teamId: post.teamId })
      .from(post)
      .where(and(eq(post.workspaceId, ctx.workspaceId), eq(post.id, id)))
    if (!draft || !may(ctx.grants, 'post:read', draft.teamId)) return null
    return { ...who, write: may(ctx.grants, 'post:write', draft.teamId) }
  }
  const needed = id === undefined ? FAMILIES[family] : undefined
  return needed && may(ctx.grants, needed) ? { ...who, write: false } : null
}
