import { useSearchParams } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { filterFrom } from '#server/post/filter.rules.ts'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { inTeam, useDirectory, useMay } from '../live/directory.tsx'
import { useReport } from '../live/presence/use-presence.ts'
import { takeWords } from '../shell/write-again.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { beginWith } from './begin-with.ts'
import { useBoard } from './board-context.tsx'
import type { LaneKind } from './lanes.rules.ts'
import { type NewFacts, NewFactsFields } from './new-facts.tsx'

interface QuickAddProps {
  column: BoardColumn
  /** the group whose last it will be */
  group: string
  /** the lane that it shall stand in */
  lane?: { kind: LaneKind; lane: string }
  close(): void
}

/** Writing a post down where it will stand: Enter makes it and waits for the next one. It fits the page's filters. */
export function QuickAdd({ column, group, lane, close }: QuickAddProps) {
  const t = useTranslations()
  const { acts } = useBoard()
  const may = useMay()
  const directory = useDirectory()
  const { teams, me, members, channels } = directory
  const [params] = useSearchParams()
  const filter = { ...filterFrom(params), ...(lane && { [lane.kind]: lane.lane }) }
  // A stage of some teams' own is for their posts.
  const mine = teams.filter(
    ({ id }) => may('post:write', id) && (column.name === null || column.ids[id] !== undefined),
  )
  const usual =
    mine.find((team) => team.id === filter.team) ?? mine.find((team) => team.memberIds.includes(me.memberId))
  const [teamId, setTeamId] = useState((usual ?? mine[0])?.id ?? '')
  const [title, setTitle] = useState('')
  const [changed, setChanged] = useState<NewFacts | null>(null)
  // What the page shows only; each post begins with that again.
  const { campaignId, labelIds, ...fitting } = beginWith(filter, directory)
  const facts: NewFacts = changed ?? { ...fitting, due: null }
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useRef<HTMLFormElement>(null)
  useReport({ typing: title ? `column:${column.key}` : undefined })
  useEffect(() => {
    field.current?.focus()
    const words = takeWords()
    if (words) setTitle(words)
  }, [])
  // It grows with what is chosen: its buttons stay in sight.
  const chosen = [facts.channelIds.length, facts.assigneeId, facts.due?.at].join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else is chosen
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  function add() {
    const words = title.trim()
    if (!words) return
    // Words that wait for a form come when this one has room.
    setTitle(takeWords())
    setChanged(null)
    field.current?.focus()
    const card = {
      title: words,
      teamId,
      stage: column.stage === 'idea' ? ('idea' as const) : ('draft' as const),
      workingId: column.ids[teamId] ?? null,
      campaignId,
      // One may have been disconnected since it was chosen.
      channelIds: facts.channelIds.filter((id) => channels.some((one) => one.id === id)),
      assigneeId: facts.assigneeId,
      due: facts.due,
      labelIds,
    }
    /** Nothing was made of it: it stands here again, unless there are other words by now. */
    const back = () => {
      if (!field.current || field.current.value) return false
      setTitle(words)
      setTeamId(teamId)
      setChanged(changed)
      return true
    }
    void acts.create(card, group, { back })
  }
  function choose(id: string) {
    setTeamId(id)
    const assignee = members.find((one) => one.id === facts.assigneeId)
    // Who cannot see the posts of that team cannot work on one.
    if (assignee && !inTeam(assignee.reads.posts, id)) setChanged({ ...facts, assigneeId: null })
  }
  function press(event: KeyboardEvent) {
    const { key, shiftKey, ctrlKey, metaKey, nativeEvent } = event
    if (nativeEvent.isComposing || event.defaultPrevented) return
    if (key === 'Enter' && (event.target === field.current ? !shiftKey : ctrlKey || metaKey)) {
      event.preventDefault()
      add()
    } else if (key === 'Escape' && form.current?.contains(event.target as Node)) {
      event.stopPropagation()
      close()
    }
  }

  return (
    <form
      ref={form}
      className="mt-2 rounded-card bg-raised p-2 shadow-lift ring-1 ring-accent ring-inset"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      onKeyDown={press}
    >
      <textarea
        ref={field}
        value={title}
        rows={2}
        maxLength={200}
        aria-label={t('board.newTitle')}
        placeholder={t('board.newPlaceholder')}
        className="field-sizing-content block min-h-10 w-full resize-none bg-transparent px-0.5 text-dense font-medium outline-none"
        onChange={(event) => setTitle(event.target.value)}
      />
      <NewFactsFields teamId={teamId} facts={facts} onChange={setChanged} />
      <div className="mt-1.5 flex items-center gap-1.5">
        {mine.length > 1 ? (
          <Select
            dense
            aria-label={t('board.filter.team')}
            value={teamId}
            onChange={(event) => choose(event.target.value)}
            className="min-w-0 flex-1"
          >
            {mine.map((team) => (
              <option key={team.id} value={team.id}>
                {team.name}
              </option>
            ))}
          </Select>
        ) : (
          <span className="flex-1" />
        )}
        <Button kind="quiet" size="dense" onClick={close}>
          {t('ui.close')}
        </Button>
        <Button kind="primary" size="dense" type="submit" disabled={!title.trim()}>
          {t('board.addAct')}
        </Button>
      </div>
    </form>
  )
}
