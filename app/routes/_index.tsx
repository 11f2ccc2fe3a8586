import { type LoaderFunctionArgs, redirect } from '@remix-run/node'

/** The start: the board for a member, the door for everybody else. */
export function loader({ context }: LoaderFunctionArgs) {
  return redirect(context.ctx ? '/board' : '/sign-in')
}
