import type { DeliveryView, SendingRights } from '#server/delivery/delivery-view.rules.ts'
import { DeliveryLine } from './delivery-line.tsx'

interface LedgerProps {
  deliveries: readonly DeliveryView[]
  /** What the reader may do in this team. */
  rights: (teamId: string) => SendingRights
  titled?: boolean
  onDone?: () => void
}

/** The send ledger: every slot in order. Nothing that passed is silent. */
export function Ledger({ deliveries, rights, titled, onDone }: LedgerProps) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {deliveries.map((one) => (
        <DeliveryLine
          key={one.id}
          delivery={one}
          rights={rights(one.teamId)}
          {...(titled && { titled })}
          {...(onDone && { onDone })}
        />
      ))}
    </ul>
  )
}
