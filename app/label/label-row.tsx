import { Ellipsis, Merge, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { LabelFace } from '#server/label/label.rules.ts'
import { Row } from '../settings/section.tsx'
import { useAct } from '../settings/use-act.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { LabelChip } from './label-chip.tsx'
import { LabelDialog } from './label-dialog.tsx'
import { useLabelWords } from './label-words.ts'
import { MergeDialog } from './merge-dialog.tsx'

export type LabelFacts = LabelFace & { posts: number }

interface LabelRowProps {
  label: LabelFacts
  others: readonly LabelFacts[]
  mayKeep: boolean
}

/** A label: on how many posts it is, what can be done with it. */
export function LabelRow({ label, others, mayKeep }: LabelRowProps) {
  const t = useLabelWords()
  const { busy, run } = useAct()
  const [open, setOpen] = useState<'edit' | 'merge' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const { id, name, posts } = label
  async function remove() {
    await run('label.remove', { id })
    close()
  }
  return (
    <>
      <Row title={<LabelChip label={label} className="h-6" />} detail={t('posts', { count: posts })}>
        {mayKeep ? (
          <Menu
            align="end"
            trigger={<IconButton size="dense" label={t('more', { name })} icon={<Ellipsis />} />}
          >
            <MenuItem icon={<Pencil />} onSelect={() => setOpen('edit')}>
              {t('edit', { name })}
            </MenuItem>
            <MenuItem icon={<Merge />} disabled={others.length < 2} onSelect={() => setOpen('merge')}>
              {t('merge')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={<Trash2 />} danger onSelect={() => setOpen('remove')}>
              {t('remove')}
            </MenuItem>
          </Menu>
        ) : null}
      </Row>
      {open === 'edit' ? <LabelDialog label={label} close={close} /> : null}
      {open === 'merge' ? <MergeDialog label={label} others={others} close={close} /> : null}
      {open === 'remove' ? (
        <ConfirmDialog
          open
          danger
          busy={busy}
          onOpenChange={close}
          title={t('removeTitle', { name })}
          act={t('removeAct')}
          onConfirm={() => void remove()}
        >
          {t('removeBody', { count: posts })}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
