import { z } from 'zod'
import { locale, zone } from '../member/account.rules.ts'

/** What people set about the workspace itself. */
export const workspaceSettings = z.object({
  name: z.string('required').trim().min(1, 'required').max(80, 'long'),
  zone,
  locale,
})
