import { Avatar, type Person } from './avatar.tsx'
import type { TriggerProps } from './lazy-trigger.tsx'
import { Menu, MenuItem } from './menu.tsx'

interface PeopleMenuProps extends TriggerProps {
  people: readonly Person[]
  /** what choosing one does, in words */
  labelOf(person: Person): string
  onPick(person: Person): void
}

/** Those for whom there is no room side by side. */
export function PeopleMenu({ people, labelOf, onPick, ...props }: PeopleMenuProps) {
  return (
    <Menu {...props} align="end">
      {people.map((person) => (
        <MenuItem key={person.id} icon={<Avatar person={person} size={20} />} onSelect={() => onPick(person)}>
          {labelOf(person)}
        </MenuItem>
      ))}
    </Menu>
  )
}
