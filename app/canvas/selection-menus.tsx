import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignStartHorizontal,
  AlignStartVertical,
  ArrowDownToLine,
  ArrowUpToLine,
  Copy,
  Ellipsis,
  Lock,
} from 'lucide-react'
import { ALIGNMENTS } from '#server/canvas/shape.rules.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { useCanvas } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'
import { Hues } from './hues.tsx'
import { inHue } from './object/object-node.ts'

export const alignIcon = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
}

interface SelectionMenusProps {
  /** of the first that has one; undefined when nothing chosen has a colour */
  hue: number | null | undefined
  /** how many of what is chosen can be aligned */
  boxes: number
}

/** On a phone: what of the bar has no place beside the rest. */
export function SelectionMenus({ hue, boxes }: SelectionMenusProps) {
  const t = useCanvasWords()
  const { acts } = useCanvas()
  return (
    <div className="flex gap-0.5 sm:hidden">
      {hue === undefined ? null : (
        <Popover
          label={t('colours')}
          align="center"
          className="flex w-auto flex-wrap gap-0.5 p-1"
          trigger={
            <IconButton
              label={t('colours')}
              size="dense"
              icon={
                <span
                  className="person size-5 rounded-full bg-person ring-1 ring-line ring-inset"
                  style={inHue(hue ?? 0)}
                />
              }
            />
          }
        >
          <Hues current={hue} />
        </Popover>
      )}
      {boxes > 1 ? (
        <Menu
          align="center"
          trigger={<IconButton label={t('alignAll')} icon={<AlignStartVertical />} size="dense" />}
        >
          {ALIGNMENTS.map((how) => {
            const Icon = alignIcon[how]
            return (
              <MenuItem key={how} icon={<Icon aria-hidden="true" />} onSelect={() => acts.align(how)}>
                {t(`align.${how}`)}
              </MenuItem>
            )
          })}
        </Menu>
      ) : null}
      <Menu align="end" trigger={<IconButton label={t('more')} icon={<Ellipsis />} size="dense" />}>
        <MenuItem icon={<ArrowUpToLine aria-hidden="true" />} onSelect={() => acts.order('front')}>
          {t('front')}
        </MenuItem>
        <MenuItem icon={<ArrowDownToLine aria-hidden="true" />} onSelect={() => acts.order('back')}>
          {t('back')}
        </MenuItem>
        <MenuItem icon={<Copy aria-hidden="true" />} onSelect={acts.duplicate}>
          {t('duplicate')}
        </MenuItem>
        <MenuItem icon={<Lock aria-hidden="true" />} onSelect={acts.lock}>
          {t('lock')}
        </MenuItem>
      </Menu>
    </div>
  )
}
