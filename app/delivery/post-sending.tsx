import { needsPerson } from '#server/delivery/delivery.rules.ts'
import { useDraft, useDraftMeans } from '../draft/draft-context.tsx'
import { Banner } from '../ui/banner.tsx'
import { DeliveryLine } from './delivery-line.tsx'
import { useDeliveryWords } from './delivery-words.ts'
import { Ledger } from './ledger.tsx'

/** The slots of the open post, in its history. */
export function PostSending() {
  const t = useDeliveryWords()
  const deliveries = useDraft((state) => state.data.deliveries)
  const can = useDraft((state) => state.data.can)
  const { refresh } = useDraftMeans()
  if (!deliveries.length) return null
  return (
    <section aria-label={t('title')}>
      <h3 className="text-meta font-medium text-subtle">{t('title')}</h3>
      <Ledger deliveries={deliveries} rights={() => can} onDone={() => void refresh()} />
    </section>
  )
}

/** What of the open post waits for a person, where it cannot be missed. */
export function SendingTrouble() {
  const deliveries = useDraft((state) => state.data.deliveries)
  const can = useDraft((state) => state.data.can)
  const { refresh } = useDraftMeans()
  const waiting = deliveries.filter((one) => needsPerson(one.state))
  if (!waiting.length) return null
  return (
    <Banner flush tone="amber">
      <ul>
        {waiting.map((one) => (
          <DeliveryLine key={one.id} delivery={one} rights={can} onDone={() => void refresh()} />
        ))}
      </ul>
    </Banner>
  )
}
