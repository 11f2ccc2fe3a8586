import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ChecklistView } from '#server/checklist/checklist.rules.ts'
import { MAX_LIST_NAME } from '#server/checklist/checklist.rules.ts'
import { useDetails } from '../draft/use-details.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { AddItem } from './add-item.tsx'
import { useChecklistWords } from './checklist-words.ts'
import { ItemRow } from './item-row.tsx'
import { RewriteField } from './rewrite-field.tsx'
import { useItemOrder } from './use-item-order.ts'

interface ChecklistPartProps {
  list: ChecklistView
  mayPlan: boolean
  first: boolean
  last: boolean
  onMove(by: -1 | 1): void
}

/** One list: its name, how far it is, its items, a place for the next. */
export function ChecklistPart({ list, mayPlan, first, last, onMove }: ChecklistPartProps) {
  const t = useChecklistWords()
  const { run } = useDetails()
  const order = useItemOrder(list)
  const [naming, setNaming] = useState(false)
  const [asking, setAsking] = useState(false)
  const { name, items } = list
  const done = items.filter((item) => item.done).length
  const remove = () => void run('checklist.remove', { id: list.id })

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of items within the section, not a form's fieldset
    <div role="group" aria-label={name} className="flex flex-col" {...order.place}>
      <div className="flex min-h-dense items-center gap-2">
        {naming ? (
          <RewriteField
            chosen
            label={t('name')}
            text={name}
            maxLength={MAX_LIST_NAME}
            onKeep={(next) => {
              setNaming(false)
              if (next && next !== name) void run('checklist.change', { id: list.id, name: next })
            }}
          />
        ) : (
          <h2 className="min-w-0 flex-1 truncate text-dense font-semibold">{name}</h2>
        )}
        <span className="text-meta text-subtle tabular-nums">
          {t('progress', { done, total: items.length })}
        </span>
        {mayPlan ? (
          <Menu
            align="end"
            trigger={<IconButton size="dense" label={t('more', { name })} icon={<Ellipsis />} />}
          >
            <MenuItem icon={<Pencil />} onSelect={() => setNaming(true)}>
              {t('rename')}
            </MenuItem>
            <MenuItem icon={<ArrowUp />} disabled={first} onSelect={() => onMove(-1)}>
              {t('up')}
            </MenuItem>
            <MenuItem icon={<ArrowDown />} disabled={last} onSelect={() => onMove(1)}>
              {t('down')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={<Trash2 />} danger onSelect={() => (items.length ? setAsking(true) : remove())}>
              {t('remove')}
            </MenuItem>
          </Menu>
        ) : null}
      </div>
      <div
        role="progressbar"
        aria-label={t('progressLabel', { name, done, total: items.length })}
        aria-valuemin={0}
        aria-valuemax={items.length || 1}
        aria-valuenow={done}
        className="mb-1.5 h-1 overflow-hidden rounded-full bg-n4"
      >
        <div
          data-tone={done === items.length ? 'green' : 'accent'}
          className="h-full rounded-full bg-tone transition-[width] duration-180"
          style={{ width: `${items.length ? (done / items.length) * 100 : 0}%` }}
        />
      </div>
      <ul>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} list={list} mayPlan={mayPlan} order={order} />
        ))}
      </ul>
      {mayPlan ? <AddItem list={list} /> : null}
      {asking ? (
        <ConfirmDialog
          open
          danger
          onOpenChange={setAsking}
          title={t('removeTitle', { name })}
          act={t('remove')}
          onConfirm={() => {
            setAsking(false)
            remove()
          }}
        >
          {t('removeSure', { count: items.length })}
        </ConfirmDialog>
      ) : null}
    </div>
  )
}
