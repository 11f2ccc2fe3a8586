import { useEffect, useState } from 'react'
import type { Measure } from '#server/network/measure.rules.ts'
import type { NetworkId } from '#server/network/network.rules.ts'

type Rule = (network: NetworkId, text: string) => Measure

/** How much of the network's limit a text uses: the stricter one, if it has two. Null until the rule is loaded. */
export function useMeasure(network: NetworkId, text: string): { used: number; limit: number } | null {
  const [rule, setRule] = useState<Rule | null>(null)
  useEffect(() => {
    let live = true
    import('#server/network/measure.rules.ts').then(({ measure }) => live && setRule(() => measure))
    return () => {
      live = false
    }
  }, [])
  if (!rule) return null
  const { also, ...first } = rule(network, text)
  return also && also.used / also.limit > first.used / first.limit ? also : first
}
