import { Link } from '@remix-run/react'
import {
  Check,
  CircleDashed,
  CircleHelp,
  CircleSlash,
  Download,
  type LucideIcon,
  Pencil,
  Send,
  X,
} from 'lucide-react'
import { useId, useState } from 'react'
import type { DriftCell, DriftReport } from '#server/bond/drift.reads.ts'
import { DRIFTS, type Drift } from '#server/bond/names.rules.ts'
import { useCampaignWords } from '../campaign/campaign-words.ts'
import { usePath } from '../live/directory.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { Select } from '../ui/select.tsx'
import { Table, Td, Th } from '../ui/table.tsx'
import { useBondWords } from './bond-words.ts'

/** Never colour alone: each state has its own mark, and says itself in words. */
const LOOK: Record<Drift, { tone: Tone; icon: LucideIcon }> = {
  missing: { tone: 'neutral', icon: CircleDashed },
  same: { tone: 'teal', icon: Check },
  adapted: { tone: 'violet', icon: Pencil },
  waiting: { tone: 'amber', icon: CircleHelp },
  declined: { tone: 'slate', icon: X },
  sent: { tone: 'green', icon: Send },
  removed: { tone: 'neutral', icon: CircleSlash },
}

/** The posts stay in sight while the regions scroll past on a narrow screen. */
const STAYS = 'sticky left-0 z-10 bg-canvas'

/** Which region runs what: a line an HQ post, a column a region. */
export function DriftTable({ id, drift }: { id: string; drift: DriftReport }) {
  const t = useBondWords('drift')
  const untitled = useCampaignWords('page')
  const path = usePath()
  const select = useId()
  const [only, setOnly] = useState<Drift | ''>('')
  const { regions, published } = drift
  const rows = only
    ? drift.rows.filter(({ cells }) => Object.values(cells).some((cell) => cell.drift === only))
    : drift.rows
  return (
    <section aria-labelledby="drift" className="flex flex-col gap-2">
      <header className="flex min-h-control flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="drift" className="mr-auto text-section font-semibold max-sm:w-full">
          {t('title')}
        </h2>
        {published ? (
          <>
            <span className="flex items-center gap-2">
              <label htmlFor={select} className="text-meta text-subtle">
                {t('only')}
              </label>
              <Select
                id={select}
                dense
                value={only}
                onChange={(event) => setOnly(event.target.value as Drift | '')}
              >
                <option value="">{t('all')}</option>
                {DRIFTS.map((state) => (
                  <option key={state} value={state}>
                    {t(`state.${state}`)}
                  </option>
                ))}
              </Select>
            </span>
            <a
              href={path(`campaign/${id}/regions.csv`)}
              download
              className="flex min-h-control items-center gap-1 text-dense text-accent-text hover:underline [&_svg]:size-3.5"
            >
              <Download aria-hidden="true" />
              {t('csv')}
            </a>
          </>
        ) : null}
      </header>
      {!published ? (
        <p className="text-dense text-subtle">{t('empty')}</p>
      ) : rows.length ? (
        <Table caption={t('title')}>
          <thead>
            <tr>
              <Th className={STAYS}>{t('post')}</Th>
              {regions.map((region) => (
                <Th key={region.id}>{region.name}</Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-drift={row.title}>
                <th
                  scope="row"
                  className={cx(
                    STAYS,
                    'w-40 min-w-32 border-b border-line px-2 py-1 pl-0 text-left font-normal break-words sm:min-w-40',
                  )}
                >
                  {row.parentId ? (
                    <Link
                      to={path(`post/${row.parentId}`)}
                      className="flex min-h-6 items-center hover:underline touch:min-h-11"
                    >
                      {row.title || untitled('untitled')}
                    </Link>
                  ) : (
                    row.title || untitled('untitled')
                  )}
                </th>
                {regions.map((region) => (
                  <Td key={region.id}>
                    <Cell cell={row.cells[region.id]} team={region.name} />
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p className="text-dense text-subtle">{t('none')}</p>
      )}
    </section>
  )
}

function Cell({ cell, team }: { cell: DriftCell | undefined; team: string }) {
  const t = useBondWords('drift')
  const path = usePath()
  if (!cell) return null
  const { tone, icon: Icon } = LOOK[cell.drift]
  const words = (
    <span className="flex flex-col items-start gap-0.5 whitespace-nowrap">
      <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
        {t(`state.${cell.drift}`)}
      </Badge>
      {cell.behind ? (
        <span className="text-meta text-subtle tabular-nums">{t('behind', { count: cell.behind })}</span>
      ) : null}
    </span>
  )
  if (!cell.childId) return words
  return (
    <Link
      to={path(`post/${cell.childId}`)}
      aria-label={[
        t('opens', { team, state: t(`state.${cell.drift}`) }),
        cell.behind ? t('behind', { count: cell.behind }) : '',
      ]
        .filter(Boolean)
        .join(', ')}
      className="-m-1 block rounded-control p-1 hover:bg-hover"
    >
      {words}
    </Link>
  )
}
