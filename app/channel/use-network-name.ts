import { useTranslations } from 'use-intl'
import { NETWORKS, type NetworkId } from '#server/network/network.rules.ts'

/** What a network is called: its proper noun, or what practice is in the reader's language. */
export function useNetworkName(): (network: string) => string {
  const t = useTranslations('network')
  return (network) => {
    const facts = NETWORKS[network as NetworkId]
    return facts?.practice ? t('practice') : (facts?.label ?? network)
  }
}
