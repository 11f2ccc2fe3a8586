import { createContext, type ReactNode, useContext } from 'react'
import type { Person } from '../ui/avatar.tsx'

/** What pages inside the shell may ask of it. */
export interface Shell {
  me: Person
  workspaceName: string
  openPalette(): void
  /** stands at the right of every top bar */
  notifications: ReactNode
}

export const ShellContext = createContext<Shell | null>(null)

/** The shell around this page; throws outside of it. */
export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('useShell outside of AppShell')
  return shell
}
