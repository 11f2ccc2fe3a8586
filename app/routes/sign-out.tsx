import { redirect } from '@remix-run/node'
import { open } from '../guard.ts'

export const loader = open('public', () => redirect('/'))

export const action = open('public', async ({ context }) => {
  const { account, app, origin } = context
  if (account) {
    await app.sessions.end(account.userId, account.sessionId)
    app.cutSession(account.sessionId)
  }
  return redirect('/sign-in', { headers: { 'Set-Cookie': app.sessions.clearCookie(origin.secure) } })
})
