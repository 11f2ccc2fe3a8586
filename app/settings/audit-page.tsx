import { Link, useSearchParams } from '@remix-run/react'
import { Bot, Download } from 'lucide-react'
import { useDirectory, usePath } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Select } from '../ui/select.tsx'
import { Time } from '../ui/time.tsx'
import { Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'

export interface AuditFacts {
  entries: { n: number; at: number; type: string; memberId: string | null; who: string; what: string }[]
  next: number | null
  nouns: { noun: string; label: string }[]
}

/** The log as sentences; the filter lives in the address. */
export function AuditPage({ entries, next, nouns }: AuditFacts) {
  const t = useSettingsWords('audit')
  const s = useSettingsWords()
  const path = usePath()
  const { members } = useDirectory()
  const [search, setSearch] = useSearchParams()
  const filter = (key: string, value: string) =>
    setSearch(
      (now) => {
        now.delete('before')
        if (value) now.set(key, value)
        else now.delete(key)
        return now
      },
      { preventScrollReset: true },
    )
  const page = (before: number | null) => {
    const to = new URLSearchParams(search)
    to.delete('before')
    if (before) to.set('before', String(before))
    return `?${to}`
  }
  return (
    <Section
      title={s('nav.audit')}
      hint={t('hint')}
      act={
        <a href={`${path('settings/audit.csv')}${page(null)}`} download className={buttonClass()}>
          <Download aria-hidden="true" />
          {t('export')}
        </a>
      }
    >
      <div className="mb-2 flex gap-2">
        <Select
          dense
          className="w-44 max-sm:w-full max-sm:flex-1"
          aria-label={t('person')}
          value={search.get('person') ?? ''}
          onChange={(event) => filter('person', event.target.value)}
        >
          <option value="">{t('everybody')}</option>
          <option value="system">{t('system')}</option>
          {members.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
        <Select
          dense
          className="w-44 max-sm:w-full max-sm:flex-1"
          aria-label={t('noun')}
          value={search.get('noun') ?? ''}
          onChange={(event) => filter('noun', event.target.value)}
        >
          <option value="">{t('everything')}</option>
          {nouns.map((one) => (
            <option key={one.noun} value={one.noun}>
              {one.label}
            </option>
          ))}
        </Select>
      </div>
      {entries.length ? (
        <ol aria-label={t('table')} className="flex flex-col">
          {entries.map((one) => (
            <li key={one.n} className="flex items-start gap-2.5 border-b border-line py-2 last:border-b-0">
              {one.memberId ? (
                <Avatar person={{ id: one.memberId, name: one.who }} size={20} silent />
              ) : (
                <Bot className="size-5 shrink-0 text-subtle" aria-hidden="true" />
              )}
              <p className="min-w-0 flex-1 text-dense break-words">
                <span className="font-medium">{one.who}</span> <span className="text-muted">{one.what}</span>
              </p>
              <Time at={one.at} className="shrink-0 text-meta text-subtle tabular-nums" />
            </li>
          ))}
        </ol>
      ) : (
        <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
      )}
      <div className="mt-4 flex gap-2">
        {search.get('before') ? (
          <Link to={page(null)} className={buttonClass({ kind: 'quiet' })}>
            {t('newest')}
          </Link>
        ) : null}
        {next ? (
          <Link to={page(next)} className={buttonClass()}>
            {t('older')}
          </Link>
        ) : null}
      </div>
    </Section>
  )
}
