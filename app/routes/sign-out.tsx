import { redirect } from '@remix-run/node'
import { open } from '../guard.ts'

export const loader = open('public', () => redirect('/'))

export const action = open('public', async ({ context }) => {
  const { account, app, origin, services } = context
  if (account) await services.session.signOut(app, account)
  return redirect('/sign-in', { headers: { 'Set-Cookie': app.sessions.clearCookie(origin.secure) } })
})
