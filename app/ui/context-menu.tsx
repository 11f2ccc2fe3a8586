import { ContextMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Keys } from './kbd.tsx'
import { menuClass, menuItemClass, menuSeparatorClass } from './menu-look.ts'

/** What an object can do, on its right mouse button, a long press or the menu key. Never the only way. */
export function ContextMenu({ target, children }: { target: ReactNode; children: ReactNode }) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{target}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content collisionPadding={8} className={menuClass}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface ContextItemProps {
  icon?: ReactNode
  keys?: string
  danger?: boolean
  disabled?: boolean
  onSelect(): void
  children: ReactNode
}

export function ContextItem({ icon, keys, danger, disabled, onSelect, children }: ContextItemProps) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={menuItemClass(danger)}>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {keys ? <Keys keys={keys} /> : null}
    </Radix.Item>
  )
}

export function ContextSeparator() {
  return <Radix.Separator className={menuSeparatorClass} />
}
