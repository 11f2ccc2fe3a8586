import { type ComponentType, cloneElement, type ReactElement, useState } from 'react'
import { useFetchThen } from './lazy-part.tsx'

/** What a lazily loaded menu, popover or dialog receives: its button, and that it opens at once. */
export interface TriggerProps {
  trigger: ReactElement
  defaultOpen: boolean
}

interface LazyTriggerProps {
  button: ReactElement
  /** imports what the button opens; called when the pointer or the focus comes near, and on the press */
  load(): Promise<ComponentType<TriggerProps>>
}

/** A button whose menu is not downloaded before somebody goes for it. When that fails it says so; a press tries again. */
export function LazyTrigger({ button, load }: LazyTriggerProps) {
  const [loaded, setLoaded] = useState<ComponentType<TriggerProps> | null>(null)
  const fetchThen = useFetchThen()
  const Loaded = loaded
  if (Loaded) return <Loaded trigger={button} defaultOpen />
  const near = () => void load().catch(() => undefined)
  return cloneElement(button, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: near,
    onFocus: near,
    onClick: () => fetchThen(load, (component) => setLoaded(() => component)),
  })
}
