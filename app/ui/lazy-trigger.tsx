import { type ComponentType, cloneElement, type ReactElement, useState } from 'react'

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

/** A button whose menu is not downloaded before somebody goes for it. */
export function LazyTrigger({ button, load }: LazyTriggerProps) {
  const [loaded, setLoaded] = useState<ComponentType<TriggerProps> | null>(null)
  const Loaded = loaded
  if (Loaded) return <Loaded trigger={button} defaultOpen />
  return cloneElement(button, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => void load().then((component) => setLoaded(() => component)),
  })
}
