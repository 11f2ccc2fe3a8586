import { useTranslations } from 'use-intl'
import { DELIMITERS, ENCODINGS, FIELDS, type Field } from '#server/import/import.rules.ts'
import { DATE_ORDERS } from '#server/import/import-date.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { Section } from '../settings/section.tsx'
import { useAct } from '../settings/use-act.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Choice, TeamChoice } from './choice.tsx'
import { ColumnsTable } from './columns-table.tsx'
import { CsvPreview } from './csv-preview.tsx'
import { useTransferWords } from './transfer-words.ts'
import type { CsvLook } from './types.ts'
import { useLook } from './use-look.ts'

const SIGN = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const

/** What the columns of a CSV file are, and what is made of its rows; nothing is written before the button. */
export function CsvSetup({ importId, first }: { importId: string; first: CsvLook }) {
  const t = useTransferWords()
  const board = useTranslations('board')
  const { channels } = useDirectory()
  const { plan, setPlan, teamId, setTeam, look, stale } = useLook(importId, first)
  const { busy, run } = useAct()
  const set = (change: Partial<typeof plan>) => setPlan({ ...plan, ...change })
  const { counts } = look
  const zones = [...new Set(['UTC', plan.zone, ...Intl.supportedValuesOf('timeZone')])].sort()
  const open = channels.filter(({ id }) => look.channels.includes(id))

  async function start() {
    const answer = await run('import.start', { importId, teamId, plan, again: look.again })
    // Somebody was faster with the very same file: the look that asks about it says so.
    if ('problem' in answer && answer.problem.code === 'import.sameFile') set({})
  }

  function choose(index: number, field: Field | '') {
    const columns = { ...plan.columns }
    for (const one of FIELDS) if (columns[one] === index) delete columns[one]
    if (field) columns[field] = index
    set({ columns })
  }

  return (
    <div className="flex flex-col">
      <div className="flex flex-col gap-2 pb-6 empty:hidden">
        {look.again ? <Banner tone="amber">{t('again', { again: look.again })}</Banner> : null}
        {look.preset ? <Banner>{t('setup.preset', { product: t(`presets.${look.preset}`) })}</Banner> : null}
      </div>
      <Section level={3} title={t('setup.columns')} hint={t('setup.columnsHint')}>
        <ColumnsTable head={look.head} header={plan.header} columns={plan.columns} choose={choose} />
        <div className="pt-3">
          <Checkbox checked={plan.header} onChange={(event) => set({ header: event.target.checked })}>
            {t('setup.header')}
          </Checkbox>
        </div>
      </Section>
      <Section level={3} title={t('setup.rest')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TeamChoice value={teamId} onChange={setTeam} />
          <Choice
            label={t('setup.stage')}
            value={plan.stage}
            options={(['idea', 'draft'] as const).map((value) => ({ value, label: board(`stage.${value}`) }))}
            onChange={(stage) => set({ stage })}
          />
          <Choice
            label={t('setup.channels')}
            hint={t('setup.channelsHint')}
            value={plan.channelIds[0] ?? ''}
            options={[
              { value: '', label: t('setup.noChannel') },
              ...open.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id) => set({ channelIds: id ? [id] : [] })}
          />
          <Choice
            label={t('setup.zone')}
            value={plan.zone}
            options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
            onChange={(zone) => set({ zone })}
          />
        </div>
      </Section>
      <Section level={3} title={t('setup.reading')}>
        <div className="grid gap-4 sm:grid-cols-3">
          <Choice
            label={t('setup.dates')}
            value={plan.dates}
            options={DATE_ORDERS.map((value) => ({ value, label: t(`dates.${value}`) }))}
            hint={look.datesSure ? null : t('setup.datesUnsure')}
            onChange={(dates) => set({ dates })}
          />
          <Choice
            label={t('setup.encoding')}
            value={plan.encoding}
            options={ENCODINGS.map((value) => ({ value, label: t(`encoding.${value}`) }))}
            onChange={(encoding) => set({ encoding })}
          />
          <Choice
            label={t('setup.delimiter')}
            value={plan.delimiter}
            options={DELIMITERS.map((value) => ({ value, label: t(`delimiter.${SIGN[value]}`) }))}
            onChange={(delimiter) => set({ delimiter })}
          />
        </div>
      </Section>
      <CsvPreview look={look} stale={stale} />
      <div className="sticky bottom-0 -mx-4 border-t border-line bg-canvas px-4 py-3 md:mx-0 md:px-0">
        <Button
          kind="primary"
          busy={busy}
          disabled={counts.good === 0 || stale || !look.labelsRoom}
          onClick={() => void start()}
        >
          {t('start', { n: counts.good })}
        </Button>
      </div>
    </div>
  )
}
