import { useLocation } from '@remix-run/react'
import { useTranslations } from 'use-intl'
import { Dialog } from '../ui/dialog.tsx'
import { Keys } from '../ui/kbd.tsx'
import { useCommandWords } from './command-words.ts'
import { type Command, placeKeys } from './commands.ts'

interface ShortcutsDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  commands: readonly Command[]
}

/** The keys that work on this page. */
export function ShortcutsDialog({ open, onOpenChange, commands }: ShortcutsDialogProps) {
  const t = useTranslations()
  const say = useCommandWords()
  const { pathname } = useLocation()
  const here = placeKeys
    .filter((one) => one.on.test(pathname))
    .map(({ title, keys }) => ({ title: t(title), keys }))
  const sections = [
    { title: t('shell.shortcuts.groups.here'), rows: here },
    ...(['act', 'go', 'look', 'help'] as const).map((group) => ({
      title: t(`shell.palette.groups.${group}`),
      rows: commands
        .filter((command) => command.group === group && command.keys)
        .map(({ title, keys }) => ({ title: say(title), keys })),
    })),
  ].filter(({ rows }) => rows.length)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('shell.shortcuts.title')}
      description={t('shell.shortcuts.description')}
    >
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {sections.map(({ title, rows }) => (
          <section key={title}>
            <h3 className="mb-1 text-meta font-medium text-subtle">{title}</h3>
            <dl>
              {rows.map((row) => (
                <div key={row.title} className="flex min-h-8 items-center justify-between gap-3">
                  <dt className="min-w-0 text-dense text-balance">{row.title}</dt>
                  <dd className="shrink-0">{row.keys ? <Keys keys={row.keys} /> : null}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
