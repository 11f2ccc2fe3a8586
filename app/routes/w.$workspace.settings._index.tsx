import { useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { profileFacts } from '../settings/profile-facts.ts'
import { ProfilePage } from '../settings/profile-page.tsx'
import { SettingsNav } from '../settings/settings-nav.tsx'

/** The start of the settings: on a phone the menu, elsewhere the profile beside it. */
export const loader = guarded('member', profileFacts)

export default function SettingsHome() {
  const facts = useLoaderData<typeof loader>()
  return (
    <>
      <div className="md:hidden">
        <SettingsNav big />
      </div>
      <div className="max-md:hidden">
        <ProfilePage {...facts} />
      </div>
    </>
  )
}
