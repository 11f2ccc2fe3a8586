import { useSyncExternalStore } from 'react'
import { type Theme, themes } from '../preferences.ts'

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

/**
 * The theme as it is chosen now (not whether it is dark: `system` stays `system`).
 * @param server what the server rendered
 */
export function useTheme(server: Theme): Theme {
  return useSyncExternalStore(
    subscribe,
    () => themes.find((theme) => theme === document.documentElement.dataset.theme) ?? 'system',
    () => server,
  )
}
