import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { dueAtOf } from '#server/post/due-choice.rules.ts'
import type { Directory } from '#server/workspace/directory.reads.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { useDirectory } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { localMinuteIn } from '../ui/local-minute.ts'
import { Menu, MenuCheck, MenuChoice } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { NewFacts } from './new-facts.tsx'

interface FactsMenuProps extends TriggerProps {
  facts: NewFacts
  onChange(facts: NewFacts): void
  channels: Directory['channels']
  people: readonly { id: string; name: string }[]
}

/** To which channels it goes: several, so the menu stays open. */
export function ChannelsMenu({ trigger, defaultOpen, facts, onChange, channels }: FactsMenuProps) {
  const { channelIds } = facts
  const set = (id: string, on: boolean) =>
    onChange({ ...facts, channelIds: on ? [...channelIds, id] : channelIds.filter((one) => one !== id) })
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen}>
      {channels.map(({ id, name, network }) => (
        <MenuCheck key={id} checked={channelIds.includes(id)} onChange={(on) => set(id, on)}>
          <span className="flex min-w-0 items-center gap-1.5 [&_svg]:size-3.5 [&_svg]:shrink-0">
            <NetworkMark network={network} />
            <span className="truncate">{name}</span>
          </span>
        </MenuCheck>
      ))}
    </Menu>
  )
}

const NOBODY = ''

/** Who works on it: one of those who may read the posts of its team. */
export function AssigneeMenu({ trigger, defaultOpen, facts, onChange, people }: FactsMenuProps) {
  const t = useTranslations('board.filter')
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen}>
      <MenuChoice
        value={facts.assigneeId ?? NOBODY}
        onChange={(value) => onChange({ ...facts, assigneeId: value || null })}
        options={[
          { value: NOBODY, label: t('nobody') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Menu>
  )
}

/** By when the work shall be done, on the reader's own clock. Enter keeps it, Esc does not. */
export function DuePopover({ trigger, defaultOpen, facts, onChange }: FactsMenuProps) {
  const t = useTranslations('board.quick')
  const { me } = useDirectory()
  const [open, setOpen] = useState(defaultOpen)
  const [local, setLocal] = useState('')
  const field = useId()
  /** In a week at the end of the working day, unless one is chosen. */
  const begin = () =>
    setLocal(facts.due?.local ?? `${localMinuteIn(me.zone, Date.now() + 7 * 86_400_000).slice(0, 10)}T17:00`)
  const [begun, setBegun] = useState(false)
  if (open && !begun) {
    setBegun(true)
    begin()
  }
  function close() {
    setOpen(false)
    setBegun(false)
  }
  function keep() {
    close()
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) return
    const due = { local: local.slice(0, 16), zone: me.zone }
    onChange({ ...facts, due: { ...due, at: dueAtOf(due) } })
  }
  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    // The form around it, of which this is a part for React, would make the post.
    event.preventDefault()
    event.stopPropagation()
    keep()
  }
  return (
    <Popover
      trigger={trigger}
      label={t('due')}
      open={open}
      onOpenChange={(next) => (next ? setOpen(true) : close())}
    >
      <Field id={field} label={t('due')}>
        <TextField
          id={field}
          dense
          type="datetime-local"
          value={local}
          onChange={(event) => setLocal(event.target.value)}
          onKeyDown={press}
        />
      </Field>
      <div className="mt-3 flex justify-end gap-1.5">
        {facts.due ? (
          <Button
            kind="quiet"
            size="dense"
            onClick={() => {
              close()
              onChange({ ...facts, due: null })
            }}
          >
            {t('noDue')}
          </Button>
        ) : null}
        <Button kind="primary" size="dense" onClick={keep}>
          {t('dueAct')}
        </Button>
      </div>
    </Popover>
  )
}
