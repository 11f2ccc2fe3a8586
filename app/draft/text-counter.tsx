import { useDeferredValue, useMemo } from 'react'
import { partsOf } from '#server/delivery/parts.rules.ts'
import { LIMITS } from '#server/network/limits.rules.ts'
import { isOver, type Measure, measure } from '#server/network/measure.rules.ts'
import { NETWORKS, type NetworkId } from '#server/network/network.rules.ts'
import { useNetworkName } from '../channel/use-network-name.ts'
import { CounterRing } from '../ui/counter-ring.tsx'
import { tip } from '../ui/tip.ts'
import { useDraft } from './draft-context.tsx'
import { ALL, shownText } from './draft-store.ts'
import { useDraftWords } from './draft-words.ts'

/** The limit of a measure that bites first: the one passed, else the fuller one. */
function tightest(one: Measure): Measure {
  const { also } = one
  if (!also) return one
  if (one.over > 0 || also.over > 0) return one.over > 0 ? one : also
  return also.used / also.limit > one.used / one.limit ? also : one
}

/** How full the text is by the real rule of the channel; for the common text, of the tightest channel that uses it. */
export function TextCounter({ place }: { place: string }) {
  const t = useDraftWords('counter')
  const networkName = useNetworkName()
  // Counted when there is time: in a long text it must not hold up the keys.
  const text = useDeferredValue(useDraft((state) => shownText(state, place)))
  const variants = useDraft((state) => state.data.variants)
  const worst = useMemo(() => {
    const networks = variants
      .filter((one) => one.id === place || (place === ALL && one.text === null))
      .map((one) => one.network as NetworkId)
    return [...new Set(networks)]
      .filter((network) => network in NETWORKS)
      .flatMap((network) =>
        partsFor(network, text).map((part) => ({ network, ...tightest(measure(network, part)) })),
      )
      .sort((a, b) => b.used / b.limit - a.used / a.limit)[0]
  }, [variants, place, text])
  if (!worst) return null
  return (
    <span
      className="inline-flex items-center gap-1.5 text-meta text-subtle"
      {...tip(`${networkName(worst.network)}: ${worst.used} / ${worst.limit} ${t(worst.unit)}`)}
    >
      <CounterRing used={worst.used} limit={worst.limit} />
      <span className="max-sm:sr-only">{networkName(worst.network)}</span>
    </span>
  )
}

/** What is counted: each part of a thread by itself. */
const partsFor = (network: NetworkId, text: string): string[] => partsOf(text, LIMITS[network].parts)

/** Whether a text, or any part of its thread, is over the limit of a network. */
export const isTooLong = (network: string, text: string): boolean =>
  network in NETWORKS &&
  partsFor(network as NetworkId, text).some((part) => isOver(measure(network as NetworkId, part)))

/** Characters that the search for the limit begins with, UTF-16. */
const FIRST_LOOK = 256
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Where what is too much for a network begins, UTF-16; null when all fits. Looks at little more than what fits, however
 * long the text is.
 */
export function overFrom(network: string, text: string): number | null {
  if (!isTooLong(network, text)) return null
  let [low, high] = [0, FIRST_LOOK]
  while (high < text.length && !isTooLong(network, text.slice(0, high))) {
    low = high
    high *= 2
  }
  high = Math.min(high, text.length)
  // The longest beginning that fits: lengths only grow, so halving finds it.
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (isTooLong(network, text.slice(0, middle))) high = middle
    else low = middle
  }
  // A character is marked whole.
  return segmenter.segment(text).containing(low)?.index ?? low
}
