import { Outlet } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { SettingsLayout } from '../settings/settings-layout.tsx'

export const loader = guarded('member', () => null)
export const shouldRevalidate = () => false

export default function Settings() {
  return (
    <SettingsLayout>
      <Outlet />
    </SettingsLayout>
  )
}
