import {
  Archive,
  CalendarCheck,
  CalendarClock,
  ExternalLink,
  MoveRight,
  SquareCheck,
  Tag,
  Tags,
  UserRound,
} from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'
import { cardIdOf, slotUnder } from '#server/post/slots.rules.ts'
import { LabelDot } from '../label/label-chip.tsx'
import { inTeam, useDirectory, useMay } from '../live/directory.tsx'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Menu, MenuCheck, MenuChoice, MenuItem, MenuSeparator, MenuSub } from '../ui/menu.tsx'
import { toast } from '../ui/toast.ts'
import type { Board } from './board-context.tsx'
import { useBulkWords } from './bulk-words.ts'
import { stayNear } from './stay-near.ts'

const NOBODY = ''

interface CardMenuProps extends TriggerProps {
  /** the card, or one of its slots */
  id: string
  board: Board
  align?: 'start' | 'end'
  onClosed?(): void
}

/** What can be done with a card. */
export function CardMenu({
  trigger,
  defaultOpen,
  id: slotId,
  board,
  align = 'end',
  onClosed,
}: CardMenuProps) {
  const t = useTranslations()
  const bulk = useBulkWords()
  const may = useMay()
  const { members, campaigns, labels } = useDirectory()
  const id = cardIdOf(slotId)
  // The menu stays open over several labels: it shows what the one before has made of the card.
  const card = useStore(board.cards.store, (state) => state.cards.get(id))
  const write = card !== undefined && may('post:write', card.teamId)
  const fixed = (card && slotUnder(card, slotId))?.stage === 'published'

  async function archive() {
    const goOn = stayNear(board, [slotId])
    if (!card || !(await board.acts.archive(id))) return
    goOn()
    toast({
      title: t('board.archived', { title: card.title }),
      kind: 'done',
      act: { label: t('ui.undo'), run: () => void board.acts.restore(id) },
    })
  }

  return (
    <Menu
      trigger={trigger}
      defaultOpen={defaultOpen}
      align={align}
      onOpenChange={(open) => {
        if (!open) onClosed?.()
      }}
    >
      <MenuItem icon={<ExternalLink />} keys="enter" onSelect={() => board.open(id)}>
        {t('board.menu.open')}
      </MenuItem>
      {card && write ? (
        <>
          {board.page === 'board' ? (
            <MenuItem icon={<SquareCheck />} keys="x" onSelect={() => board.selection.toggle(id)}>
              {bulk('select')}
            </MenuItem>
          ) : null}
          <MenuItem icon={<MoveRight />} keys="m" disabled={fixed} onSelect={() => board.askMove(slotId)}>
            {t('board.menu.move')}
          </MenuItem>
          {/* On a calendar that is what moving means. */}
          {board.page === 'calendar' ? null : (
            <MenuItem icon={<CalendarClock />} disabled={fixed} onSelect={() => board.askTime(slotId)}>
              {t('board.menu.time')}
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuSub icon={<UserRound />} label={t('board.menu.assign')}>
            <MenuChoice
              value={card.assigneeId ?? NOBODY}
              onChange={(value) => void board.acts.change(id, { assigneeId: value || null })}
              options={[
                { value: NOBODY, label: t('board.filter.nobody') },
                ...members
                  .filter(({ gone, reads }) => !gone && inTeam(reads.posts, card.teamId))
                  .map((member) => ({ value: member.id, label: member.name })),
              ]}
            />
          </MenuSub>
          {labels.length ? (
            <MenuSub icon={<Tags />} label={bulk('label')}>
              {labels.map(({ id: labelId, name, hue }) => (
                <MenuCheck
                  key={labelId}
                  checked={card.labels.includes(labelId)}
                  onChange={(add) =>
                    void board.acts.change(id, {
                      labels: add ? [...card.labels, labelId] : card.labels.filter((one) => one !== labelId),
                    })
                  }
                >
                  <span className="flex items-center gap-1.5">
                    <LabelDot hue={hue} />
                    {name}
                  </span>
                </MenuCheck>
              ))}
            </MenuSub>
          ) : null}
          <MenuSub icon={<Tag />} label={t('board.menu.campaign')}>
            <MenuChoice
              value={card.campaignId ?? NOBODY}
              onChange={(value) => void board.acts.change(id, { campaignId: value || null })}
              options={[
                { value: NOBODY, label: t('board.filter.noCampaign') },
                ...campaigns.map((campaign) => ({ value: campaign.id, label: campaign.name })),
              ]}
            />
          </MenuSub>
          <MenuItem icon={<CalendarCheck />} onSelect={() => board.askDue(id)}>
            {bulk('dueAsk')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Archive />} onSelect={() => void archive()}>
            {t('board.menu.archive')}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  )
}
