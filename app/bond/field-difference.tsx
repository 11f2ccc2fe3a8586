import type { FieldView, Shown } from '#server/bond/bond.reads.ts'
import { useNetworkName } from '../channel/use-network-name.ts'
import { TextDiff } from '../draft/text-diff.tsx'
import { Button } from '../ui/button.tsx'
import { useBondWords } from './bond-words.ts'

interface FieldDifferenceProps {
  view: FieldView
  mayAnswer: boolean
  busy: boolean
  take(): void
  decline(): void
}

/** What HQ changed in one field, piece by piece; where the region says something of its own, that too. */
export function FieldDifference({ view, mayAnswer, busy, take, decline }: FieldDifferenceProps) {
  const t = useBondWords('panel')
  const networkName = useNetworkName()
  const name = useBondWords('field')
  const { field, before, after, yours, adapted } = view
  const empty =
    field === 'time'
      ? t('noTime')
      : field === 'labels'
        ? t('noLabels')
        : field === 'media'
          ? t('noMedia')
          : ''
  const of = (list: Shown, network: string | null) => list.find((one) => one.network === network)?.text ?? ''
  const networks = [...new Set([...before, ...after].map((one) => one.network))]
  const changed = networks.filter((network) => of(before, network) !== of(after, network))
  return (
    <section className="flex flex-col gap-2 rounded-card border border-line bg-panel p-3">
      <h3 className="font-medium">{name(field)}</h3>
      {changed.map((network) => (
        <div key={network ?? ''}>
          <h4 className="text-meta text-subtle">
            {network ? `${t('hq')}, ${t('on', { network: networkName(network) })}` : t('hq')}
          </h4>
          <TextDiff before={of(before, network) || empty} after={of(after, network) || empty} />
        </div>
      ))}
      {adapted ? (
        <div>
          <h4 className="text-meta text-subtle">{t('yours')}</h4>
          {yours.map((one) => (
            <p key={one.network ?? ''} className="whitespace-pre-wrap break-words">
              {one.network ? `${networkName(one.network)}: ` : ''}
              {one.text || empty}
            </p>
          ))}
          <p className="mt-1 text-meta text-subtle">{t('adapted')}</p>
        </div>
      ) : null}
      {mayAnswer ? (
        <div className="flex flex-wrap gap-2">
          <Button size="dense" busy={busy} aria-label={t('takeField', { field: name(field) })} onClick={take}>
            {t('take')}
          </Button>
          <Button
            size="dense"
            disabled={busy}
            aria-label={t('declineField', { field: name(field) })}
            onClick={decline}
          >
            {t('decline')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
