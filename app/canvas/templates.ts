import { v7 as newId } from 'uuid'
import type { CanvasObject, CanvasObjects } from '#server/canvas/canvas.rules.ts'
import { ranksFor } from '#server/post/rank.rules.ts'
import { useCanvasWords } from './canvas-words.ts'

export const TEMPLATES = ['empty', 'kickoff', 'pillars', 'retro'] as const
export type TemplateName = (typeof TEMPLATES)[number]

/** The columns of a template: its frames from left to right, each with what stands on its notes. */
interface Column {
  title: string
  hue: number
  notes: readonly string[]
}

const FRAME = { w: 300, gap: 32, head: 52 }
const NOTE = { w: 252, h: 96, gap: 16 }

/**
 * Frames side by side with notes in them, under a heading.
 * @param campaignId what the first frame stands for
 */
export function columnsOf(
  heading: string,
  columns: readonly Column[],
  campaignId: string | null,
): CanvasObjects {
  const tallest = Math.max(...columns.map((column) => column.notes.length), 3)
  const h = FRAME.head + tallest * (NOTE.h + NOTE.gap) + 8
  const plain = { locked: false, group: null }
  const frames: Omit<CanvasObject & { kind: 'frame' }, 'z'>[] = []
  const rest: (Omit<CanvasObject & { kind: 'note' }, 'z'> | Omit<CanvasObject & { kind: 'text' }, 'z'>)[] = [
    { kind: 'text', x: 0, y: -72, w: 720, h: 48, text: heading, size: 'l', ...plain },
  ]
  for (const [index, { title, hue, notes }] of columns.entries()) {
    const x = index * (FRAME.w + FRAME.gap)
    frames.push({
      kind: 'frame',
      x,
      y: 0,
      w: FRAME.w,
      h,
      title,
      hue,
      campaignId: index === 0 ? campaignId : null,
      ...plain,
    })
    for (const [row, text] of notes.entries()) {
      const y = FRAME.head + row * (NOTE.h + NOTE.gap)
      rest.push({ kind: 'note', x: x + 24, y, w: NOTE.w, h: NOTE.h, text, hue, ...plain })
    }
  }
  const all = [...frames, ...rest]
  const layers = ranksFor(all.length)
  return Object.fromEntries(
    all.map((object, index) => [newId(), { ...object, z: layers[index] ?? 'a0' } as CanvasObject]),
  )
}

/** Makes the objects of a template in the language of whoever chooses it. */
export function useTemplate(): (name: TemplateName, campaignId: string | null) => CanvasObjects {
  const t = useCanvasWords('template')
  return (name, campaignId) => {
    if (name === 'empty') return {}
    if (name === 'kickoff')
      return columnsOf(
        t('kickoff.name'),
        [
          { title: t('kickoff.goal'), hue: 2, notes: [t('kickoff.goalNote'), t('kickoff.kpiNote')] },
          {
            title: t('kickoff.audience'),
            hue: 4,
            notes: [t('kickoff.audienceNote'), t('kickoff.marketNote')],
          },
          { title: t('kickoff.message'), hue: 8, notes: [t('kickoff.messageNote'), t('kickoff.toneNote')] },
          { title: t('kickoff.ideas'), hue: 10, notes: [t('kickoff.ideaNote'), t('kickoff.ideaNote2')] },
        ],
        campaignId,
      )
    if (name === 'pillars')
      return columnsOf(
        t('pillars.name'),
        [
          { title: t('pillars.teach'), hue: 6, notes: [t('pillars.teachNote')] },
          { title: t('pillars.entertain'), hue: 2, notes: [t('pillars.entertainNote')] },
          { title: t('pillars.inspire'), hue: 10, notes: [t('pillars.inspireNote')] },
          { title: t('pillars.sell'), hue: 4, notes: [t('pillars.sellNote')] },
        ],
        campaignId,
      )
    return columnsOf(
      t('retro.name'),
      [
        { title: t('retro.well'), hue: 4, notes: [t('retro.wellNote')] },
        { title: t('retro.badly'), hue: 0, notes: [t('retro.badlyNote')] },
        { title: t('retro.next'), hue: 8, notes: [t('retro.nextNote')] },
      ],
      campaignId,
    )
  }
}
