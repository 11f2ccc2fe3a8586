import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Menu, MenuChoice } from '../ui/menu.tsx'

export interface ChoiceProps {
  value: string
  options: readonly { value: string; label: string }[]
  onChoose(value: string): void
}

/** One of several. */
export function Choice({ trigger, defaultOpen, value, options, onChoose }: ChoiceProps & TriggerProps) {
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen}>
      <MenuChoice value={value} onChange={onChoose} options={options} />
    </Menu>
  )
}
