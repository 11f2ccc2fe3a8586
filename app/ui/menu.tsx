import { Check, ChevronRight } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Keys } from './kbd.tsx'
import { menuClass, menuItemClass, menuLabelClass, menuSeparatorClass } from './menu-look.ts'

interface MenuProps {
  /** the button; it receives aria-expanded and the rest */
  trigger: ReactNode
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

/** A menu under a button: arrows, first letters, Esc; focus returns. */
export function Menu({ trigger, align = 'start', side = 'bottom', children, ...state }: MenuProps) {
  return (
    <Radix.Root {...state} modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} side={side} sideOffset={4} collisionPadding={8} className={menuClass}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface MenuItemProps {
  icon?: ReactNode
  keys?: string
  danger?: boolean
  disabled?: boolean
  /** why it cannot be done, or more about it, in small */
  hint?: ReactNode
  onSelect?: (event: Event) => void
  children: ReactNode
}

export function MenuItem({ icon, keys, danger, disabled, hint, onSelect, children }: MenuItemProps) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={menuItemClass(danger)}>
      {icon}
      <span className="min-w-0 flex-1">
        {children}
        {hint ? <span className="block text-meta text-subtle">{hint}</span> : null}
      </span>
      {keys ? (
        <span className="touch:hidden">
          <Keys keys={keys} />
        </span>
      ) : null}
    </Radix.Item>
  )
}

/** An item that is a link or any other element: `<MenuLink><Link to="...">Settings</Link></MenuLink>`. */
export function MenuLink({ children }: { children: ReactNode }) {
  return (
    <Radix.Item asChild className={menuItemClass()}>
      {children}
    </Radix.Item>
  )
}

interface MenuCheckProps {
  checked: boolean
  onChange(checked: boolean): void
  children: ReactNode
}

/** An item that is on or off; the menu stays open. */
export function MenuCheck({ checked, onChange, children }: MenuCheckProps) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={menuItemClass()}
    >
      <span className="flex size-4">{checked ? <Check aria-hidden="true" /> : null}</span>
      <span className="min-w-0 flex-1">{children}</span>
    </Radix.CheckboxItem>
  )
}

interface MenuChoiceProps<T extends string> {
  value: T
  onChange(value: T): void
  options: readonly { value: T; label: ReactNode }[]
}

/** One of several. */
export function MenuChoice<T extends string>({ value, onChange, options }: MenuChoiceProps<T>) {
  return (
    <Radix.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={menuItemClass()}>
          <span className="flex size-4">{option.value === value ? <Check aria-hidden="true" /> : null}</span>
          <span className="min-w-0 flex-1">{option.label}</span>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

/** A menu within the menu. */
export function MenuSub({
  icon,
  label,
  children,
}: {
  icon?: ReactNode
  label: ReactNode
  children: ReactNode
}) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={cx(menuItemClass(), 'data-[state=open]:bg-n4')}>
        {icon}
        <span className="min-w-0 flex-1">{label}</span>
        <ChevronRight aria-hidden="true" />
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent sideOffset={6} alignOffset={-4} collisionPadding={8} className={menuClass}>
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className={menuLabelClass}>{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className={menuSeparatorClass} />
}
