import { z } from 'zod'
import { locale, zone } from '../member/account.rules.ts'
import { nameText } from '../platform/clean-input.rules.ts'

/** What people set about the workspace itself. */
export const workspaceSettings = z.object({
  name: nameText('required').min(1, 'required').max(80, 'long'),
  zone,
  locale,
})
