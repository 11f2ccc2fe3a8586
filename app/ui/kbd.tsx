import { cx } from './cx.ts'
import { useApple } from './platform.ts'

const names: Record<string, [apple: string, other: string]> = {
  mod: ['⌘', 'Ctrl'],
  alt: ['⌥', 'Alt'],
  shift: ['⇧', 'Shift'],
  enter: ['↵', 'Enter'],
  escape: ['Esc', 'Esc'],
  up: ['↑', '↑'],
  down: ['↓', '↓'],
  left: ['←', '←'],
  right: ['→', '→'],
}

/** A shortcut as the reader's keyboard writes it: `mod+k`, or `g b` for one key after the other. */
export function Keys({ keys, inverted }: { keys: string; inverted?: boolean }) {
  const apple = useApple()
  return (
    <span className="inline-flex gap-1" suppressHydrationWarning>
      {keys.split(' ').map((chord) => (
        <kbd
          key={chord}
          className={cx(
            'inline-flex h-5 min-w-5 items-center justify-center gap-0.5 rounded-mark px-1 font-sans text-[0.6875rem] leading-none',
            inverted ? 'bg-n1/15 text-n1' : 'border border-line bg-n3 text-muted',
          )}
        >
          {chord.split('+').map((key) => {
            const name = names[key]
            return <span key={key}>{name ? name[apple ? 0 : 1] : key.toUpperCase()}</span>
          })}
        </kbd>
      ))}
    </span>
  )
}
