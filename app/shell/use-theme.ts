import { useSyncExternalStore } from 'react'
import { type Theme, themeChoice } from '../preferences.ts'
import { useRootData } from '../root-data.ts'

const none = () => null

/** The theme as it is chosen now (not whether it is dark: `system` stays `system`). */
export function useTheme(): Theme {
  const server = useRootData()?.theme ?? 'system'
  return useSyncExternalStore(themeChoice.subscribe, themeChoice.read, none) ?? server
}
