import { useTranslations } from 'use-intl'
import { Dialog } from '../ui/dialog.tsx'
import { Keys } from '../ui/kbd.tsx'
import type { Command } from './commands.ts'

interface ShortcutsDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  commands: readonly Command[]
}

/** The keys that work on this page. */
export function ShortcutsDialog({ open, onOpenChange, commands }: ShortcutsDialogProps) {
  const t = useTranslations()
  const groups = (['act', 'go', 'look', 'help'] as const)
    .map((group) => ({
      group,
      inside: commands.filter((command) => command.group === group && command.keys),
    }))
    .filter(({ inside }) => inside.length)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('shell.shortcuts.title')}
      description={t('shell.shortcuts.description')}
    >
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {groups.map(({ group, inside }) => (
          <section key={group}>
            <h3 className="mb-1 text-meta font-medium text-subtle">{t(`shell.palette.groups.${group}`)}</h3>
            <dl>
              {inside.map((command) => (
                <div key={command.id} className="flex min-h-8 items-center justify-between gap-3">
                  <dt className="min-w-0 truncate text-dense">{t(command.title)}</dt>
                  <dd>{command.keys ? <Keys keys={command.keys} /> : null}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
