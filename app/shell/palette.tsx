import { Command as Cmdk } from 'cmdk'
import { Search, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Keys } from '../ui/kbd.tsx'
import { useReturnFocus } from '../ui/return-focus.ts'
import { useCommandWords } from './command-words.ts'
import type { Command } from './commands.ts'
import { rankTitle } from './palette-match.ts'

interface PaletteProps {
  open: boolean
  onOpenChange(open: boolean): void
  commands: readonly Command[]
  onGive(command: Command): void
}

const groups = ['act', 'go', 'look', 'help'] as const

const headingClass =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-meta [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-subtle'

// Ranked here and without groups: cmdk leaves its groups in their order, so the best answer would not be the first.
function ranked(
  commands: readonly Command[],
  query: string,
  say: (key: Command['title']) => string,
): Command[] {
  return commands
    .map((command) => ({ command, rank: rankTitle(say(command.title), query) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ command }) => command)
}

/** Everything that can be done, found by typing. */
export function Palette({ open, onOpenChange, commands, onGive }: PaletteProps) {
  const t = useTranslations()
  const say = useCommandWords()
  const focus = useReturnFocus()
  const [query, setQuery] = useState('')

  const item = (command: Command) => (
    <Cmdk.Item
      key={command.id}
      value={command.id}
      onSelect={() => {
        onOpenChange(false)
        onGive(command)
      }}
      className="flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-control px-2.5 text-dense touch:min-h-11 data-[selected=true]:bg-n4"
    >
      <span className="truncate">{say(command.title)}</span>
      {command.keys ? (
        <span className="touch:hidden">
          <Keys keys={command.keys} />
        </span>
      ) : null}
    </Cmdk.Item>
  )

  const section = (group: (typeof groups)[number]) => {
    const inside = commands.filter((command) => command.group === group && command.id !== 'help.palette')
    if (!inside.length) return null
    return (
      <Cmdk.Group key={group} heading={t(`shell.palette.groups.${group}`)} className={headingClass}>
        {inside.map(item)}
      </Cmdk.Group>
    )
  }

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          {...focus}
          className="fixed inset-x-0 top-0 z-50 mx-auto flex max-h-[80dvh] w-full max-w-150 animate-rise-in flex-col overflow-hidden bg-overlay shadow-sheet outline-none sm:top-[14vh] sm:max-h-[60vh] sm:w-[calc(100%-2rem)] sm:rounded-dialog"
        >
          <Dialog.Title className="sr-only">{t('shell.palette.title')}</Dialog.Title>
          <Cmdk
            label={t('shell.palette.title')}
            className="flex min-h-0 flex-col"
            // What fits is found above, by the titles in the reader's language; the values here are ids.
            shouldFilter={false}
            loop
          >
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search className="size-4 shrink-0 text-subtle" aria-hidden="true" />
              <Cmdk.Input
                data-autofocus
                value={query}
                onValueChange={setQuery}
                placeholder={t('shell.palette.placeholder')}
                className="h-12 w-full bg-transparent text-body outline-none"
              />
              <Dialog.Close
                aria-label={t('ui.close')}
                className="flex shrink-0 items-center justify-center rounded-control touch:size-11"
              >
                <span className="touch:hidden">
                  <Keys keys="escape" />
                </span>
                <X className="hidden size-4 text-muted touch:block" aria-hidden="true" />
              </Dialog.Close>
            </div>
            <Cmdk.List className="min-h-0 scroll-py-2 overflow-y-auto p-1.5">
              <Cmdk.Empty className="px-4 py-10 text-center text-dense text-muted">
                {t('shell.palette.empty', { query })}
              </Cmdk.Empty>
              {query ? ranked(commands, query, say).map(item) : groups.map(section)}
            </Cmdk.List>
          </Cmdk>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
