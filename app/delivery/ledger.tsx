import type { DeliveryView } from '#server/delivery/delivery-view.rules.ts'
import { DeliveryLine } from './delivery-line.tsx'

interface LedgerProps {
  deliveries: readonly DeliveryView[]
  /** May the reader act on the slots of this team? */
  mayAct: (teamId: string) => boolean
  titled?: boolean
  onDone?: () => void
}

/** The send ledger: every slot in order. Nothing that passed is silent. */
export function Ledger({ deliveries, mayAct, titled, onDone }: LedgerProps) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {deliveries.map((one) => (
        <DeliveryLine
          key={one.id}
          delivery={one}
          mayAct={mayAct(one.teamId)}
          {...(titled && { titled })}
          {...(onDone && { onDone })}
        />
      ))}
    </ul>
  )
}
