/** The parts of a keyboard event that decide which shortcut it is. */
export interface Press {
  key: string
  /** the physical key, which stays `KeyG` while a Korean layout makes ㅎ of it */
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/**
 * One press written as in a command: `mod+k`, `g`, `?`, `shift+f`. Ctrl and ⌘ are both `mod`. Letters are read from
 * the physical key when the layout gives none of the Latin alphabet.
 */
export function chordOf(press: Press): string {
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase()
  const digit = /^Digit(\d)$/.exec(press.code)?.[1]
  const plain = /^[\x20-\x7e]$/.test(press.key) || press.key.length > 1
  const question = press.code === 'Slash' && press.shiftKey && !plain
  const key = question ? '?' : plain ? press.key.toLowerCase() : (letter ?? digit ?? press.key.toLowerCase())
  const named = /^[a-z]$/.test(key) || key.length > 1
  return [
    press.ctrlKey || press.metaKey ? 'mod' : '',
    press.altKey ? 'alt' : '',
    // With a sign, such as ?, shift is already in the key.
    press.shiftKey && named ? 'shift' : '',
    key === ' ' ? 'space' : key,
  ]
    .filter(Boolean)
    .join('+')
}

export interface Match<T> {
  /** what was pressed completely */
  hit: T | null
  /** what is pressed so far of a sequence such as `g b`; empty when nothing is under way */
  pending: string
}

/**
 * The next state after one press.
 * @param pending what `matchShortcut` returned before, or '' when more than a second has passed
 */
export function matchShortcut<T extends { keys?: string | undefined }>(
  commands: readonly T[],
  pending: string,
  chord: string,
): Match<T> {
  const typed = pending ? `${pending} ${chord}` : chord
  const hit = commands.find((command) => command.keys === typed) ?? null
  if (hit) return { hit, pending: '' }
  if (commands.some((command) => command.keys?.startsWith(`${typed} `))) return { hit: null, pending: typed }
  return pending ? matchShortcut(commands, '', chord) : { hit: null, pending: '' }
}
