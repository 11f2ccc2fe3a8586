import { Link } from '@remix-run/react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'
import { doerOf, type NotificationView, placeOf } from '#server/notification/notification.rules.ts'
import { act } from '../live/act.ts'
import { usePath } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Popover } from '../ui/popover.tsx'
import { Ago } from '../ui/time.tsx'
import type { NotificationStore } from './notification-store.ts'

/** Marks in passing: when it fails the mark simply stays. */
const mark = (id?: string) => act('notification.read', id ? { id } : {}).catch(() => undefined)

/** The list behind the bell; each leads to what it is about. */
export function NotificationList(props: TriggerProps & { store: NotificationStore }) {
  const t = useTranslations('notification')
  const { list, unread } = useStore(props.store)
  const [open, setOpen] = useState(props.defaultOpen)
  return (
    <Popover
      trigger={props.trigger}
      label={t('title')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-96 p-0"
    >
      <div className="sticky top-0 z-10 flex h-11 items-center justify-between border-b border-line bg-overlay px-3">
        <h2 className="text-body font-semibold">{t('title')}</h2>
        {unread > 0 ? (
          <Button kind="quiet" size="dense" onClick={() => void mark()}>
            {t('readAll')}
          </Button>
        ) : null}
      </div>
      {list.length === 0 ? <p className="px-3 py-6 text-dense text-pretty text-muted">{t('empty')}</p> : null}
      <ul>
        {list.map((one) => (
          <Row key={one.id} one={one} onOpen={() => setOpen(false)} />
        ))}
      </ul>
    </Popover>
  )
}

function Row({ one, onOpen }: { one: NotificationView; onOpen(): void }) {
  const t = useTranslations('notification')
  const path = usePath()
  const doer = doerOf(one)
  return (
    <li>
      <Link
        to={path(placeOf(one))}
        onClick={() => {
          if (!one.read) void mark(one.id)
          onOpen()
        }}
        className="flex items-start gap-2.5 px-3 py-2.5 text-dense hover:bg-hover focus-visible:-outline-offset-2"
      >
        <Avatar person={doer ?? { id: 'hubbub', name: t('house') }} size={24} silent />
        <span className="min-w-0 flex-1">
          <span className={one.read ? 'text-muted' : 'font-medium'}>
            {t(`kind.${one.kind}`, {
              ...{ by: doer?.name ?? t('house'), title: one.title, what: one.what, team: one.team },
            })}
          </span>
          <Ago at={one.at} className="block text-meta text-subtle" />
        </span>
        {one.read ? null : (
          <span className="mt-1.5 size-2 shrink-0 rounded-full bg-accent">
            <span className="sr-only">{t('unread')}</span>
          </span>
        )}
      </Link>
    </li>
  )
}
