import { useTranslations } from 'use-intl'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Menu, MenuChoice } from '../ui/menu.tsx'

interface FacetChoiceProps extends TriggerProps {
  value: string | null
  options: readonly { value: string; label: string }[]
  onChoose(value: string | null): void
}

/** One of several, or all. */
export function FacetChoice({ trigger, defaultOpen, value, options, onChoose }: FacetChoiceProps) {
  const t = useTranslations('board.filter')
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen}>
      <MenuChoice
        value={value ?? ''}
        onChange={(next) => onChoose(next || null)}
        options={[{ value: '', label: t('all') }, ...options]}
      />
    </Menu>
  )
}
