import { useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { ProfilePage } from '../settings/profile-page.tsx'

export const loader = guarded('member', async (ctx, { context }) => ({
  email: context.account?.email ?? '',
  sessions: await context.services.session.readSessions(ctx),
}))

export default function Profile() {
  return <ProfilePage {...useLoaderData<typeof loader>()} />
}
