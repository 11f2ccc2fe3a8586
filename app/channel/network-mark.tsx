import { Drama, Mail } from 'lucide-react'
import type { ReactNode } from 'react'

/** The marks that are drawn; every other network shows its first letter. */
const marks: Record<string, ReactNode> = {
  bluesky: (
    <path
      fill="currentColor"
      d="M5.2 4.4C7.9 6.4 10.9 10.5 12 12.7c1.1-2.2 4.1-6.3 6.8-8.3 2-1.5 5.2-2.6 5.2 1 0 .7-.4 6.1-.7 7-.9 3-4 3.8-6.8 3.3 4.9.8 6.1 3.6 3.4 6.3-5.1 5.2-7.3-1.3-7.9-3 0 0-.6 1.7-7.9 3-2.7-2.7-1.5-5.5 3.4-6.3-2.8.5-5.9-.3-6.8-3.3C.4 11.5 0 6.100 0 5.400 0 1.800 3.200 2.900 5.200 4.400Z"
    />
  ),
  mastodon: (
    <path
      fill="currentColor"
      d="M21.300 14.200c-.3 1.500-2.700 3.200-5.500 3.500-2.900.4-5.700.3-5.700.3 0 .3 0 .500.100.800.400 2.900 2.900 3 5.200 3.100 2.400.100 4.500-.6 4.500-.6l.1 2.100s-1.700.9-4.600 1.100c-1.600.1-3.600 0-6-.7C4.200 22.400 3.200 16.800 3 11.200V7.100C3 2.500 6 1.200 6 1.200 7.500.5 10.100.2 12.800.200h.1c2.700 0 5.300.3 6.800 1 0 0 3 1.300 3 5.900 0 0 .1 3.400-1.400 7.100ZM18.200 7.600c0-1.100-.3-2-.9-2.700-.6-.7-1.400-1-2.300-1-1.100 0-2 .4-2.500 1.300l-.600.900-.600-.900C10.800 4.300 10 3.900 8.900 3.900c-1 0-1.700.3-2.300 1-.6.7-.9 1.600-.9 2.700v5.600h2.200V7.800c0-1.100.5-1.700 1.400-1.700 1.100 0 1.600.7 1.600 2v3h2.200v-3c0-1.300.5-2 1.600-2 .9 0 1.400.6 1.400 1.700v5.400h2.200V7.600Z"
    />
  ),
}

/** A network's own mark in the colour of the text around it. Its name is said beside it or by `label`. */
export function NetworkMark({ network, label }: { network: string; label?: string }) {
  const spoken = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  if (network === 'practice') return <Drama {...spoken} />
  if (network === 'email') return <Mail {...spoken} />
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden, or named by aria-label
    <svg viewBox="0 0 24 24" {...spoken}>
      {marks[network] ?? (
        <text x="12" y="18" textAnchor="middle" fontSize="18" fontWeight="600" fill="currentColor">
          {network === 'x' ? '𝕏' : network.slice(0, 1).toUpperCase()}
        </text>
      )}
    </svg>
  )
}
