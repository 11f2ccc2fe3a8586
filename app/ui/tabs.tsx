import { NavLink } from '@remix-run/react'
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { usePrefetch } from './prefetch.ts'

export interface Tab {
  value: string
  label: ReactNode
  /** how many are inside; 0 shows nothing */
  count?: number
  content: ReactNode
}

const list = 'flex min-w-0 items-stretch gap-1 overflow-x-auto [scrollbar-width:none]'
const tab =
  'relative flex h-control shrink-0 items-center gap-1.5 rounded-control px-2.5 text-dense font-medium text-muted transition-colors duration-120 hover:bg-hover hover:text-fg [&_svg]:size-4'
const line =
  'after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 after:rounded-full after:bg-transparent data-[state=active]:text-fg data-[state=active]:after:bg-accent'

function Count({ count }: { count: number | undefined }) {
  if (!count) return null
  return <span className="text-meta text-subtle tabular-nums">{count}</span>
}

interface TabsProps {
  /** what the tabs are of */
  label: string
  tabs: readonly Tab[]
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  className?: string
}

/** Panels of which one shows. For views with an address of their own use `TabLinks`. */
export function Tabs({ label, tabs, value, defaultValue, onChange, className }: TabsProps) {
  return (
    <Radix.Root
      value={value}
      defaultValue={defaultValue ?? tabs[0]?.value}
      onValueChange={onChange}
      className={cx('flex min-h-0 flex-col', className)}
    >
      <Radix.List aria-label={label} className={cx(list, 'border-b border-line px-1 pb-1')}>
        {tabs.map((entry) => (
          <Radix.Trigger key={entry.value} value={entry.value} className={cx(tab, line)}>
            {entry.label}
            <Count count={entry.count} />
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((entry) => (
        <Radix.Content key={entry.value} value={entry.value} className="min-h-0 flex-1">
          {entry.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}

interface TabLinksProps {
  label: string
  links: readonly { to: string; label: ReactNode; icon?: ReactNode; count?: number; end?: boolean }[]
}

/** Views of a page, each with its own address; they keep the page's filters when `to` carries them. */
export function TabLinks({ label, links }: TabLinksProps) {
  const prefetch = usePrefetch()
  return (
    <nav aria-label={label} className={list}>
      {links.map((link) => (
        <NavLink
          key={link.to}
          to={link.to}
          end={link.end}
          prefetch={prefetch}
          className={({ isActive }) => cx(tab, isActive && 'bg-n4 text-fg')}
        >
          {link.icon}
          {link.label}
          <Count count={link.count} />
        </NavLink>
      ))}
    </nav>
  )
}
