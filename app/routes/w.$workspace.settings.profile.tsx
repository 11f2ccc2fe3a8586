import { useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { profileFacts } from '../settings/profile-facts.ts'
import { ProfilePage } from '../settings/profile-page.tsx'

export const loader = guarded('member', profileFacts)

export default function Profile() {
  return <ProfilePage {...useLoaderData<typeof loader>()} />
}
