import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2, UserRound } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  type ChecklistItemView,
  type ChecklistView,
  MAX_ITEM_TEXT,
} from '#server/checklist/checklist.rules.ts'
import { useDraft } from '../draft/draft-context.tsx'
import { useDetails } from '../draft/use-details.ts'
import { inTeam, useDirectory } from '../live/directory.tsx'
import { useWaitingItem } from '../live/outbox/use-outbox.ts'
import { WaitingIcon } from '../live/outbox/waiting-mark.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuChoice, MenuItem, MenuSeparator, MenuSub } from '../ui/menu.tsx'
import { toast } from '../ui/toast.ts'
import { useChecklistWords } from './checklist-words.ts'
import { RewriteField } from './rewrite-field.tsx'
import type { ItemOrder } from './use-item-order.ts'

interface ItemRowProps {
  item: ChecklistItemView
  list: ChecklistView
  mayPlan: boolean
  order: ItemOrder
}

/** One thing to do: ticked, rewritten, given to somebody, moved (Alt with arrows), taken out. */
export function ItemRow({ item, list, mayPlan, order }: ItemRowProps) {
  const t = useChecklistWords()
  const { run } = useDetails()
  const { members } = useDirectory()
  const [ticked, setTicked] = useState<boolean | null>(null)
  const [writing, setWriting] = useState(false)
  const waiting = useWaitingItem(item.id)
  const done = ticked ?? waiting?.done ?? item.done
  const words = waiting?.text ?? item.text
  const assignee = members.find((member) => member.id === item.assigneeId)
  const change = (set: { text?: string; done?: boolean }) =>
    run('checklist.changeItem', { itemId: item.id, ...set }, item.text)

  async function tick(next: boolean) {
    setTicked(next)
    await change({ done: next })
    setTicked(null)
  }
  function press(event: KeyboardEvent) {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (!event.altKey || by === null || !mayPlan) return
    event.preventDefault()
    void order.step(item.id, by)
  }
  return (
    <li
      className={cx(
        'hover-part relative flex items-start gap-1 rounded-control before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:rounded-full',
        order.over === item.id && 'before:bg-accent',
      )}
      draggable={mayPlan && !writing}
      onKeyDown={press}
      {...order.item(item.id)}
    >
      {writing ? (
        <RewriteField
          label={t('itemText')}
          text={item.text}
          maxLength={MAX_ITEM_TEXT}
          onKeep={(text) => {
            setWriting(false)
            if (text && text !== item.text) void change({ text })
          }}
        />
      ) : (
        <>
          <Checkbox
            checked={done}
            disabled={!mayPlan}
            className="min-w-0 flex-1"
            onChange={(event) => void tick(event.target.checked)}
          >
            <span className={cx('break-words', done && 'text-subtle line-through')}>{words}</span>
          </Checkbox>
          {waiting ? <WaitingIcon state="waiting" className="mt-2" /> : null}
          {assignee ? <Avatar person={assignee} size={20} className="mt-1" /> : null}
          {mayPlan ? (
            <ItemMenu item={item} list={list} order={order} onRewrite={() => setWriting(true)} />
          ) : null}
        </>
      )}
    </li>
  )
}

const NOBODY = ''

function ItemMenu({ item, list, order, onRewrite }: Omit<ItemRowProps, 'mayPlan'> & { onRewrite(): void }) {
  const t = useChecklistWords()
  const u = useTranslations('ui')
  const { run } = useDetails()
  const { members } = useDirectory()
  const teamId = useDraft((state) => state.data.post.teamId)
  const { id: itemId, text, rank, done, assigneeId } = item

  async function remove() {
    if (!(await run('checklist.removeItem', { itemId }))) return
    const back = { checklistId: list.id, text, rank, done, assigneeId }
    toast({
      kind: 'done',
      title: t('removed', { text }),
      act: { label: u('undo'), run: () => void run('checklist.addItem', back) },
    })
  }
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="dense"
          label={t('itemMore', { text })}
          icon={<Ellipsis />}
          className="opacity-0 part-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 touch:opacity-100"
        />
      }
    >
      <MenuItem icon={<Pencil />} onSelect={onRewrite}>
        {t('rewrite')}
      </MenuItem>
      <MenuSub icon={<UserRound />} label={t('assign')}>
        <MenuChoice
          value={assigneeId ?? NOBODY}
          onChange={(value) => void run('checklist.changeItem', { itemId, assigneeId: value || null })}
          options={[
            { value: NOBODY, label: t('nobody') },
            ...members
              .filter(({ gone, reads }) => !gone && inTeam(reads.posts, teamId))
              .map((member) => ({ value: member.id, label: member.name })),
          ]}
        />
      </MenuSub>
      <MenuItem icon={<ArrowUp />} keys="alt+up" onSelect={() => void order.step(itemId, -1)}>
        {t('up')}
      </MenuItem>
      <MenuItem icon={<ArrowDown />} keys="alt+down" onSelect={() => void order.step(itemId, 1)}>
        {t('down')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger onSelect={() => void remove()}>
        {t('remove')}
      </MenuItem>
    </Menu>
  )
}
