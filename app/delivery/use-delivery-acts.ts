import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { act, isActProblem } from '../live/act.ts'
import { toast } from '../ui/toast.ts'
import { useDeliveryWords } from './delivery-words.ts'

export type Outcome = 'sent' | 'not_sent' | 'send_again'

/** What a person does about one slot; refusals are said. `busy` while one is under way. */
export function useDeliveryActs(id: string, onDone?: () => void) {
  const t = useTranslations()
  const sending = useDeliveryWords()
  const [busy, setBusy] = useState(false)

  async function run(work: () => Promise<unknown>, done?: string): Promise<void> {
    setBusy(true)
    try {
      await work()
      if (done) toast({ kind: 'done', title: done, id: `delivery-${id}` })
      onDone?.()
    } catch (error) {
      const title = isActProblem(error) && error.message ? error.message : t('problem.request.unreachable')
      toast({ kind: 'failed', title, id: `delivery-${id}` })
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    retry: () => run(() => act('delivery.retry', { id })),
    drop: () => run(() => act('delivery.drop', { id }), sending('dropped')),
    resolve: (outcome: Outcome) => run(() => act('delivery.resolve', { id, outcome })),
  }
}
