import { useSearchParams } from '@remix-run/react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Stage } from '#server/post/stage.rules.ts'
import { MAX_WORKING_STAGES } from '#server/stage/working-stage.rules.ts'
import { StageMark } from '../board/stage-mark.tsx'
import { useDirectory, useMay } from '../live/directory.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { AddStage } from './add-stage.tsx'
import { StageRow } from './stage-row.tsx'
import { useStageWords } from './stage-words.ts'

/** The working stages of a team between "Draft" and "In review": add, rename, reorder, limit, remove. */
export function StageEditor() {
  const t = useStageWords()
  const words = useTranslations('board.stage')
  const may = useMay()
  const { me, teams, stages } = useDirectory()
  const [params] = useSearchParams()
  const mine = teams.filter(({ id }) => may('stage:manage', id))
  const usual =
    mine.find(({ id }) => id === params.get('team')) ??
    mine.find(({ memberIds }) => memberIds.includes(me.memberId))
  const [chosen, choose] = useState((usual ?? mine[0])?.id ?? '')
  const team = mine.find(({ id }) => id === chosen) ?? mine[0]
  if (!team) return <p className="text-dense text-muted">{t('noTeam')}</p>
  const own = stages.filter(({ teamId }) => teamId === team.id)
  return (
    <div className="flex flex-col gap-3">
      {mine.length > 1 ? (
        <Field id="stage-team" label={t('team')}>
          <Select id="stage-team" value={team.id} onChange={(event) => choose(event.target.value)}>
            {mine.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <ol aria-label={t('listOf', { team: team.name })} className="flex flex-col">
        <Fixed stage="draft">{words('draft')}</Fixed>
        {own.map((stage, index) => (
          <StageRow key={stage.id} stage={stage} own={own} index={index} />
        ))}
        <Fixed stage="in_review">{words('in_review')}</Fixed>
      </ol>
      {own.length < MAX_WORKING_STAGES ? <AddStage key={team.id} teamId={team.id} /> : null}
    </div>
  )
}

/** A built-in stage, which shows where the others stand. */
function Fixed({ stage, children }: { stage: Stage; children: ReactNode }) {
  return (
    <li className="flex h-control items-center gap-2 px-1 text-dense text-subtle">
      <StageMark stage={stage} />
      {children}
    </li>
  )
}
