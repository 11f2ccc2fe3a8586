import {
  ArrowDownToLine,
  ArrowUpToLine,
  Copy,
  CopyCheck,
  Group,
  Lock,
  LockOpen,
  MessageSquarePlus,
  SquareKanban,
  Trash2,
  Ungroup,
} from 'lucide-react'
import type { ComponentProps } from 'react'
import { type ObjectOf, TEXT_SIZES } from '#server/canvas/canvas.rules.ts'
import { ALIGNMENTS } from '#server/canvas/shape.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Select } from '../ui/select.tsx'
import { useCanvas, useDoc, useUi } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'
import { Hues } from './hues.tsx'
import { alignIcon, SelectionMenus } from './selection-menus.tsx'
import { useTalkWays } from './talk/use-talk.ts'
import { floating } from './toolbar.tsx'
import { useToPost } from './use-to-post.ts'

/** What can be done with what is chosen. */
export function SelectionBar() {
  const t = useCanvasWords()
  const { acts, ui, head, write } = useCanvas()
  const ways = useTalkWays()
  const selection = useUi((state) => state.selection)
  const several = useUi((state) => state.several)
  const editing = useUi((state) => state.editing)
  const objects = useDoc((state) => state.objects)
  const toPost = useToPost()
  const chosen = [...selection].flatMap((id) => objects.get(id) ?? [])
  const [first] = chosen
  const [id] = selection
  if (!first || !id || editing) return null
  const locked = chosen.every((one) => one.locked)
  const alone = chosen.length === 1
  const coloured = chosen.some((one) => 'hue' in one)
  const hue = 'hue' in first ? first.hue : null
  const boxes = chosen.filter((one) => one.kind !== 'arrow' && !one.locked).length
  const comment =
    alone && head.talk.read ? (
      <BarButton
        label={t('talk.comment')}
        icon={<MessageSquarePlus />}
        keys="c"
        onClick={() => ways.write(id)}
      />
    ) : null
  if (!write && !comment) return null
  return (
    <div
      role="toolbar"
      aria-label={t('chosen', { count: chosen.length })}
      className={`absolute top-3 left-1/2 z-5 flex max-w-[calc(100%-1rem)] -translate-x-1/2 items-center gap-0.5 overflow-x-auto p-1 [scrollbar-width:none] ${floating}`}
    >
      <span className="hidden touch:contents">
        <BarButton
          label={t('several')}
          icon={<CopyCheck />}
          aria-pressed={several}
          count={chosen.length > 1 ? chosen.length : 0}
          onClick={() => ui.chooseSeveral(!several)}
        />
      </span>
      {locked || !write ? null : (
        <>
          {alone && (first.kind === 'note' || first.kind === 'text') && first.text.trim() ? (
            <>
              <Button
                kind="primary"
                size="dense"
                icon={<SquareKanban aria-hidden="true" />}
                className={WIDE}
                onClick={() => toPost(id)}
              >
                {t('toPost')}
              </Button>
              <span className="contents sm:hidden">
                <BarButton
                  label={t('toPost')}
                  icon={<SquareKanban className="text-accent" />}
                  onClick={() => toPost(id)}
                />
              </span>
            </>
          ) : null}
          {coloured ? (
            <div className="flex gap-0.5 max-sm:hidden">
              <Hues current={hue} />
            </div>
          ) : null}
          {alone && first.kind === 'text' ? <Sizes current={first.size} /> : null}
          {alone && first.kind === 'frame' ? <FrameCampaign id={id} frame={first} /> : null}
          {boxes > 1
            ? ALIGNMENTS.map((how) => {
                const Icon = alignIcon[how]
                return (
                  <BarButton
                    key={how}
                    label={t(`align.${how}`)}
                    icon={<Icon />}
                    className={WIDE}
                    onClick={() => acts.align(how)}
                  />
                )
              })
            : null}
          {chosen.length > 1 ? (
            <BarButton label={t('group')} icon={<Group />} keys="mod+g" onClick={acts.group} />
          ) : null}
          {chosen.some((one) => one.group) ? (
            <BarButton label={t('ungroup')} icon={<Ungroup />} keys="mod+shift+g" onClick={acts.ungroup} />
          ) : null}
          <BarButton
            label={t('front')}
            icon={<ArrowUpToLine />}
            keys="]"
            className={WIDE}
            onClick={() => acts.order('front')}
          />
          <BarButton
            label={t('back')}
            icon={<ArrowDownToLine />}
            keys="["
            className={WIDE}
            onClick={() => acts.order('back')}
          />
          <BarButton
            label={t('duplicate')}
            icon={<Copy />}
            keys="mod+d"
            className={WIDE}
            onClick={acts.duplicate}
          />
        </>
      )}
      {comment}
      {write ? (
        <BarButton
          label={t(locked ? 'unlock' : 'lock')}
          icon={locked ? <LockOpen /> : <Lock />}
          keys="l"
          className={locked ? undefined : WIDE}
          onClick={acts.lock}
        />
      ) : null}
      {locked || !write ? null : <SelectionMenus hue={coloured ? hue : undefined} boxes={boxes} />}
      {locked || !write ? null : (
        <BarButton label={t('delete')} icon={<Trash2 />} keys="delete" onClick={acts.remove} />
      )}
    </div>
  )
}

/** From 640 px on everything is in the bar; on a phone most of it is in menus. */
const WIDE = 'max-sm:hidden'

const BarButton = (props: ComponentProps<typeof IconButton>) => (
  <IconButton side="bottom" size="dense" {...props} />
)

function Sizes({ current }: { current: ObjectOf<'text'>['size'] }) {
  const t = useCanvasWords()
  const { acts } = useCanvas()
  return TEXT_SIZES.map((size) => (
    <Button
      key={size}
      kind="quiet"
      size="dense"
      aria-pressed={size === current}
      onClick={() => acts.size(size)}
    >
      {t(`size.${size}`)}
    </Button>
  ))
}

function FrameCampaign({ id, frame }: { id: string; frame: ObjectOf<'frame'> }) {
  const t = useCanvasWords()
  const { doc } = useCanvas()
  const { campaigns } = useDirectory()
  return (
    <Select
      dense
      aria-label={t('frameCampaign')}
      className="w-40 shrink-0"
      value={frame.campaignId ?? ''}
      onChange={(event) => {
        const campaign = campaigns.find((one) => one.id === event.target.value)
        doc.change({
          [id]: campaign
            ? { campaignId: campaign.id, hue: campaign.hue, ...(frame.title ? {} : { title: campaign.name }) }
            : { campaignId: null },
        })
      }}
    >
      <option value="">{t('noCampaign')}</option>
      {campaigns.map((campaign) => (
        <option key={campaign.id} value={campaign.id}>
          {campaign.name}
        </option>
      ))}
    </Select>
  )
}
