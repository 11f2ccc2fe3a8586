import { Link, useSearchParams } from '@remix-run/react'
import { Archive, Bookmark, Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type ViewFace, viewQuery } from '#server/view/view.rules.ts'
import { useDirectory, usePath } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Popover } from '../ui/popover.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { RenameView } from './rename-view.tsx'
import { SaveView } from './save-view.tsx'
import { useViews } from './use-views.ts'
import { ViewMenu } from './view-menu.tsx'

const line =
  'flex h-control min-w-0 flex-1 items-center gap-2 rounded-control px-2 text-left text-dense hover:bg-hover touch:h-11 [&_svg]:size-4 [&_svg]:shrink-0'

/** One's own views and the shared ones: taken by their name, saved, changed and removed here. */
export function ViewsMenu({ trigger, defaultOpen }: TriggerProps) {
  const t = useTranslations('view')
  const [open, setOpen] = useState(defaultOpen ?? false)
  return (
    <Popover trigger={trigger} label={t('title')} open={open} onOpenChange={setOpen} className="w-76 p-1.5">
      {open ? <Views close={() => setOpen(false)} /> : null}
    </Popover>
  )
}

function Views({ close }: { close(): void }) {
  const t = useTranslations('view')
  const { me, members } = useDirectory()
  const path = usePath()
  const { views, away } = useViews()
  const [params, setParams] = useSearchParams()
  const [saving, setSaving] = useState(false)
  const [renaming, setRenaming] = useState<string | null>(null)
  const now = viewQuery(params.toString())
  if (!views)
    return away ? (
      <p className="px-2 py-1.5 text-dense text-muted">{t('away')}</p>
    ) : (
      <Skeleton className="h-20" />
    )
  function take(query: string) {
    setParams((before) => withQuery(before, query), { preventScrollReset: true })
    close()
  }
  const mine = views.filter((one) => one.memberId === me.memberId)
  const others = views.filter((one) => one.memberId !== me.memberId)
  const row = (one: ViewFace, by?: string) => (
    <li key={one.id} className="flex items-center">
      {renaming === one.id ? (
        <RenameView view={one} close={() => setRenaming(null)} />
      ) : (
        <>
          <button
            type="button"
            className={line}
            aria-pressed={one.query === now}
            onClick={() => take(one.query)}
          >
            {one.query === now ? (
              <Check aria-hidden="true" />
            ) : (
              <Bookmark aria-hidden="true" className="text-subtle" />
            )}
            <span className="min-w-0 flex-1 truncate">{one.name}</span>
            {by ? (
              <span className="max-w-24 truncate text-meta text-subtle">{t('by', { name: by })}</span>
            ) : null}
          </button>
          <ViewMenu view={one} now={now} rename={() => setRenaming(one.id)} />
        </>
      )}
    </li>
  )
  return (
    <div className="flex flex-col gap-1">
      {mine.length ? <Group title={t('mine')}>{mine.map((one) => row(one))}</Group> : null}
      {others.length ? (
        <Group title={t('shared')}>
          {others.map((one) => row(one, members.find(({ id }) => id === one.memberId)?.name))}
        </Group>
      ) : null}
      {views.length ? null : <p className="px-2 py-1.5 text-dense text-muted">{t('none')}</p>}
      <div className="border-t border-line pt-1">
        {saving ? (
          <SaveView query={now} close={() => setSaving(false)} />
        ) : (
          <Button
            kind="quiet"
            size="dense"
            className="w-full justify-start"
            disabled={now === ''}
            title={now === '' ? t('saveHint') : undefined}
            icon={<Bookmark aria-hidden="true" />}
            onClick={() => setSaving(true)}
          >
            {t('save')}
          </Button>
        )}
        <Link to={path('archive')} className={cx(line, 'text-muted')} onClick={close}>
          <Archive aria-hidden="true" />
          {t('archive')}
        </Link>
      </div>
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="px-2 pt-1 text-meta text-subtle">{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

/** The address with the filters of a view; what is no filter (the month) stays. */
function withQuery(before: URLSearchParams, query: string): URLSearchParams {
  const next = new URLSearchParams(query)
  const filters = new Set(new URLSearchParams(viewQuery(before.toString())).keys())
  for (const [name, value] of before) if (!filters.has(name) && !next.has(name)) next.set(name, value)
  return next
}
