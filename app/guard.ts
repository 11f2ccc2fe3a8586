import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { Ctx } from '#server/core/ctx.ts'
import { may, type Permission } from '#server/member/permission.rules.ts'

/** What a loader declares: a permission, `member` (anybody of the workspace), `account` (signed in), or `public`. */
export type RouteGuard = Permission | 'member' | 'account' | 'public'

type Handler<T> = (args: LoaderFunctionArgs) => Promise<T> | T

/** Marks a loader or action outside of a workspace with what it demands; the guard test walks the marks. */
export function open<T>(guard: 'public' | 'account', run: Handler<T>): Handler<T> & { guard: RouteGuard } {
  const checked: Handler<T> = (args) => {
    if (guard === 'account' && !args.context.account) throw toSignIn(args.request)
    return run(args)
  }
  return Object.assign(checked, { guard })
}

/**
 * A loader inside a workspace. Strangers are sent to sign in; members of others see "not found", so that nobody learns
 * which workspaces exist; members without the permission see "not allowed".
 */
export function guarded<T>(
  guard: Permission | 'member',
  run: (ctx: Ctx, args: LoaderFunctionArgs) => Promise<T> | T,
): Handler<T> & { guard: RouteGuard } {
  const checked: Handler<T> = async (args) => {
    const { ctx, account } = args.context
    if (!account) throw toSignIn(args.request)
    if (!ctx) throw new Response(null, { status: 404 })
    if (guard !== 'member' && !may(ctx.grants, guard)) throw new Response(null, { status: 403 })
    try {
      return await run(ctx, args)
    } catch (error) {
      throw asResponse(error)
    }
  }
  return Object.assign(checked, { guard })
}

/** What a read refuses (another team's, no longer there) is a page that says so, not a defect of ours. */
function asResponse(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'Problem' || !('status' in error)) return error
  return new Response(null, { status: Number(error.status) })
}

function toSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url)
  const to = pathname.replace(/\.data$/, '') + search.replace(/[?&]_routes=[^&]*/, '')
  return redirect(`/sign-in?to=${encodeURIComponent(to)}`)
}
