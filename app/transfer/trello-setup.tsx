import { isWorking, LIST_TARGETS } from '#server/import/import.rules.ts'
import { Section } from '../settings/section.tsx'
import { useAct } from '../settings/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { Choice, TeamChoice } from './choice.tsx'
import { useTransferWords } from './transfer-words.ts'
import { TrelloPreview } from './trello-preview.tsx'
import type { TrelloLook } from './types.ts'
import { useLook } from './use-look.ts'

const line =
  'grid grid-cols-[minmax(0,1fr)_minmax(0,12rem)] items-center gap-x-3 border-b border-line py-2 last:border-b-0'

/** Where the lists of a Trello board go, who its members are here, and what comes along. */
export function TrelloSetup({ importId, first }: { importId: string; first: TrelloLook }) {
  const t = useTransferWords()
  const { plan, setPlan, teamId, setTeam, look, stale } = useLook(importId, first)
  const { busy, run } = useAct()
  const { counts } = look
  /** Working stages are a team's own. */
  function moveTo(team: string) {
    setTeam(team)
    const lists = Object.entries(plan.lists).map(([id, to]) => [id, isWorking(to) ? 'draft' : to])
    setPlan({ ...plan, lists: Object.fromEntries(lists) })
  }
  return (
    <div className="flex flex-col">
      <p className="pb-4 text-body font-medium">{look.board}</p>
      <Section level={3} title={t('trello.lists')}>
        <ul aria-label={t('trello.lists')} className="flex flex-col">
          {look.lists.map((list) => (
            <li key={list.id} className={line}>
              <div className="min-w-0">
                <p className="truncate text-body">{list.name}</p>
                <p className="text-meta text-subtle">
                  {t('trello.cards', { n: list.cards })}
                  {list.closed ? ` · ${t('trello.listClosed')}` : null}
                </p>
              </div>
              <Select
                dense
                aria-label={list.name}
                value={plan.lists[list.id] ?? 'draft'}
                onChange={(event) =>
                  setPlan({ ...plan, lists: { ...plan.lists, [list.id]: event.target.value } })
                }
              >
                {LIST_TARGETS.map((one) => (
                  <option key={one} value={one}>
                    {t(`trello.target.${one}`)}
                  </option>
                ))}
                {look.stages.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </Select>
            </li>
          ))}
        </ul>
      </Section>
      {look.members.length ? (
        <Section level={3} title={t('trello.members')} hint={t('trello.membersHint')}>
          <ul aria-label={t('trello.members')} className="flex flex-col">
            {look.members.map((one) => (
              <li key={one.id} className={line}>
                <p className="min-w-0 truncate text-body">
                  {one.name} <span className="text-meta text-subtle">@{one.username}</span>
                </p>
                <Select
                  dense
                  aria-label={one.name}
                  value={plan.members[one.id] ?? ''}
                  onChange={(event) =>
                    setPlan({ ...plan, members: { ...plan.members, [one.id]: event.target.value || null } })
                  }
                >
                  <option value="">{t('trello.nobody')}</option>
                  {look.people.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section level={3} title={t('trello.rest')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TeamChoice value={teamId} onChange={moveTo} />
          {counts.closed ? (
            <Choice
              label={t('trello.closed')}
              value={plan.closed}
              options={(['skip', 'archive'] as const).map((value) => ({
                value,
                label: t(`trello.closedTarget.${value}`),
              }))}
              onChange={(closed) => setPlan({ ...plan, closed })}
            />
          ) : null}
        </div>
      </Section>
      <Section level={3} title={t('preview.title')}>
        <TrelloPreview look={look} stale={stale} />
      </Section>
      <div className="sticky bottom-0 -mx-4 border-t border-line bg-canvas px-4 py-3 md:mx-0 md:px-0">
        <Button
          kind="primary"
          busy={busy}
          disabled={counts.good === 0 || stale}
          onClick={() => void run('import.start', { importId, teamId, plan })}
        >
          {counts.known ? t('trello.updates') : t('trello.start', { n: counts.good })}
        </Button>
      </div>
    </div>
  )
}
