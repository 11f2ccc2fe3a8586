import { Ellipsis, Lock, Pencil, RefreshCw, Trash2, Users } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ViewFace } from '#server/view/view.rules.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { useAct } from '../settings/use-act.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { toast } from '../ui/toast.ts'

/** What can be done with a saved view: all with one's own; who runs the workspace may remove a shared one. */
export function ViewMenu({ view, now, rename }: { view: ViewFace; now: string; rename(): void }) {
  const t = useTranslations('view')
  const u = useTranslations('ui')
  const may = useMay()
  const { me } = useDirectory()
  const { run } = useAct()
  const { id, name, query, shared, memberId } = view
  const mine = memberId === me.memberId
  if (!mine && !may('workspace:manage', null)) return null
  async function remove() {
    const answer = await run('view.remove', { id })
    if (!('done' in answer)) return
    const back = mine
      ? { act: { label: u('undo'), run: () => void run('view.save', { name, query, shared }) } }
      : {}
    toast({ kind: 'done', title: t('removed', { name }), ...back })
  }
  return (
    <Menu align="end" trigger={<IconButton size="dense" label={t('more', { name })} icon={<Ellipsis />} />}>
      {mine ? (
        <>
          <MenuItem icon={<Pencil />} onSelect={rename}>
            {t('rename')}
          </MenuItem>
          <MenuItem
            icon={<RefreshCw />}
            disabled={now === '' || now === query}
            onSelect={() => void run('view.change', { id, query: now })}
          >
            {t('update')}
          </MenuItem>
          {shared || may('post:write') ? (
            <MenuItem
              icon={shared ? <Lock /> : <Users />}
              onSelect={() => void run('view.change', { id, shared: !shared })}
            >
              {t(shared ? 'unshare' : 'shareAct')}
            </MenuItem>
          ) : null}
          <MenuSeparator />
        </>
      ) : null}
      <MenuItem icon={<Trash2 />} danger onSelect={() => void remove()}>
        {t('remove')}
      </MenuItem>
    </Menu>
  )
}
