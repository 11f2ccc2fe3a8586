import type { FieldView, Shown } from '#server/bond/bond.reads.ts'
import { useNetworkName } from '../channel/use-network-name.ts'
import { TextDiff } from '../draft/text-diff.tsx'
import { useAssetUrl } from '../draft/upload.ts'
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
  const piece = (list: Shown, network: string | null) => list.find((one) => one.network === network)
  const of = (list: Shown, network: string | null) => {
    const one = piece(list, network)
    // What a network had or has of its own, it has like all others otherwise.
    return one ? one.text || empty : network ? t('asAll') : empty
  }
  const pictures = (list: Shown, network: string | null) => piece(list, network)?.assetIds ?? []
  const networks = [...new Set([...before, ...after].map((one) => one.network))]
  const changed = networks.filter(
    (network) =>
      of(before, network) !== of(after, network) ||
      pictures(before, network).join() !== pictures(after, network).join(),
  )
  return (
    <section className="flex flex-col gap-2 rounded-card border border-line bg-panel p-3">
      <h3 className="font-medium">{name(field)}</h3>
      {changed.map((network) => (
        <div key={network ?? ''}>
          <h4 className="text-meta text-subtle">
            {network ? `${t('hq')}, ${t('on', { network: networkName(network) })}` : t('hq')}
          </h4>
          {field === 'media' ? (
            <div className="flex flex-wrap gap-x-6 gap-y-1 py-1">
              <Pictures title={t('before')} ids={pictures(before, network)} />
              <Pictures title={t('now')} ids={pictures(after, network)} />
            </div>
          ) : null}
          {of(before, network) === of(after, network) ? null : (
            <TextDiff before={of(before, network)} after={of(after, network)} />
          )}
        </div>
      ))}
      {adapted ? (
        <div>
          <h4 className="text-meta text-subtle">{t('yours')}</h4>
          {yours.map((one) => (
            <div key={one.network ?? ''} className="whitespace-pre-wrap break-words">
              {one.network ? `${networkName(one.network)}: ` : ''}
              {one.text || empty}
              {one.assetIds?.length ? <Pictures ids={one.assetIds} /> : null}
            </div>
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

/** Small pictures, under a word for which they are. Their alternative texts stand beside them in words. */
function Pictures({ title, ids }: { title?: string; ids: readonly string[] }) {
  const url = useAssetUrl()
  if (!ids.length) return null
  return (
    <figure className="flex items-center gap-2 py-0.5">
      {title ? <figcaption className="text-meta text-subtle">{title}</figcaption> : null}
      {[...new Set(ids)].map((id) => (
        <img
          key={id}
          src={url(id)}
          alt=""
          loading="lazy"
          className="size-12 shrink-0 rounded-control border border-line bg-n4 object-cover"
        />
      ))}
    </figure>
  )
}
