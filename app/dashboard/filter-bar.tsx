import { Drama, X } from 'lucide-react'
import { useLocale } from 'use-intl'
import { zoneWords } from '#server/i18n/date-format.rules.ts'
import { type Figures, type FiguresInput, searchOf } from '#server/metric/figures.rules.ts'
import { useNetworkName } from '../channel/use-network-name.ts'
import { useDirectory } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { useClock } from '../ui/clock.ts'
import { ChoiceButton } from './choice-button.tsx'
import { useDashboardWords } from './dashboard-words.ts'
import { PeriodFilter } from './period-filter.tsx'

interface FilterBarProps {
  input: FiguresInput
  figures: Figures
  onChange(change: Partial<FiguresInput>): void
}

const NOTHING = { team: null, network: null, channel: null, campaign: null } as const

/** The period, and what narrows the figures. */
export function FilterBar({ input, figures, onChange }: FilterBarProps) {
  const t = useDashboardWords()
  const networkName = useNetworkName()
  const locale = useLocale()
  const now = useClock()
  const { teams, channels, campaigns, workspace, me } = useDirectory()
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  const networks = [...new Set(channels.map(({ network }) => network))]
  const options = {
    team: named(teams),
    network: networks.map((network) => ({
      value: network,
      label: networkName(network),
    })),
    channel: named(channels),
    campaign: named(campaigns),
  }
  const facets = ['team', 'network', 'channel', 'campaign'] as const
  const filtering = searchOf({ ...input, ...NOTHING }) !== searchOf(input)
  return (
    <>
      <PeriodFilter input={input} figures={figures} onChange={onChange} />
      {facets.map((facet) =>
        options[facet].length > 1 || input[facet] ? (
          <ChoiceButton
            key={facet}
            label={t(`filter.${facet}`)}
            active={input[facet] !== null}
            value={input[facet] ?? ''}
            options={[{ value: '', label: t('filter.all') }, ...options[facet]]}
            onChoose={(value) => onChange({ [facet]: value || null })}
          />
        ) : null,
      )}
      {workspace.zone !== me.zone ? (
        <ChoiceButton
          label={t('zone.label')}
          active={input.zone !== null}
          value={input.zone ?? ''}
          options={[
            { value: '', label: t('zone.company', { zone: zoneWords(workspace.zone, now, locale) }) },
            { value: 'mine', label: t('zone.mine', { zone: zoneWords(me.zone, now, locale) }) },
          ]}
          onChoose={(value) => onChange({ zone: value === 'mine' ? 'mine' : null })}
        />
      ) : null}
      {figures.practice === 'out' || input.practice ? (
        <Chip
          name={t('filter.practice')}
          icon={<Drama aria-hidden="true" />}
          pressed={input.practice !== null}
          onPress={() => onChange({ practice: input.practice ? null : '1' })}
        />
      ) : null}
      {filtering ? (
        <Button kind="quiet" size="dense" icon={<X aria-hidden="true" />} onClick={() => onChange(NOTHING)}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </>
  )
}
