import { useNavigate } from '@remix-run/react'
import { Archive, Clock, Copy, FileCode, ImageDown, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { CANVAS } from '#server/canvas/canvas.rules.ts'
import type { Card } from '#server/post/card.rules.ts'
import { act, isActProblem } from '../live/act.ts'
import { usePath } from '../live/directory.tsx'
import { useProblemText } from '../shell/problem-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { toast } from '../ui/toast.ts'
import { useWriteInZone } from '../ui/use-write-date.ts'
import type { OpenCanvas } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'
import { useBringBack } from './use-bring-back.ts'

const HistoryDialog = lazyPart(async () => (await import('./history-dialog.tsx')).HistoryDialog)
const RenameDialog = lazyPart(async () => (await import('./rename-dialog.tsx')).RenameDialog)

interface CanvasMenuProps extends TriggerProps {
  open: OpenCanvas
  name: string
}

/** What can be done with a canvas as a whole. */
export function CanvasMenu({ trigger, defaultOpen, open, name }: CanvasMenuProps) {
  const t = useCanvasWords()
  const board = useTranslations('board')
  const undo = useTranslations('ui')
  const say = useProblemText()
  const bringBack = useBringBack()
  const date = useWriteInZone()
  const fetchThen = useFetchThen()
  const navigate = useNavigate()
  const path = usePath()
  const [asked, setAsked] = useState<'history' | 'rename' | 'archive' | null>(null)
  const close = () => setAsked(null)
  const { head, write } = open
  const words = {
    title: ({ title }: Card) => title || board('card.untitled'),
    stage: ({ stage }: Card) => board(`stage.${stage}`),
    // The zone is written, too: who is sent the picture may be anywhere.
    time: ({ sendAt, sendZone }: Card) =>
      sendAt === null ? null : date(sendAt, 'moment', sendZone ?? undefined),
  }

  function save(kind: 'svg' | 'png') {
    fetchThen(
      () => import('./export-canvas.ts'),
      ({ exportCanvas }) =>
        exportCanvas(open, name, kind, path('assets'), words).catch(() =>
          toast({ title: t('exportFailed'), kind: 'failed' }),
        ),
    )
  }

  async function archive() {
    try {
      await act('canvas.archive', { id: head.id })
      navigate(path('canvas'))
      toast({
        title: t('archived', { name }),
        kind: 'done',
        act: { label: undo('undo'), run: () => void bringBack(head.id, name) },
      })
    } catch (error) {
      if (!isActProblem(error)) throw error
      toast({ title: error.message || say(error.code), kind: 'failed' })
    }
  }

  async function copy() {
    const short = [...t('copyName', { name })].slice(0, CANVAS.name).join('')
    try {
      const { id } = await act('canvas.copy', { id: head.id, name: short })
      navigate(path(`canvas/${id}`))
      toast({ title: t('copied'), kind: 'done' })
    } catch (error) {
      if (!isActProblem(error)) throw error
      toast({ title: error.message || say(error.code), kind: 'failed' })
    }
  }

  return (
    <>
      <Menu trigger={trigger} defaultOpen={defaultOpen} align="end">
        <MenuItem icon={<Clock />} onSelect={() => fetchThen(HistoryDialog.fetch, () => setAsked('history'))}>
          {t('history.title')}
        </MenuItem>
        <MenuItem icon={<ImageDown />} onSelect={() => save('png')}>
          {t('exportPng')}
        </MenuItem>
        <MenuItem icon={<FileCode />} onSelect={() => save('svg')}>
          {t('exportSvg')}
        </MenuItem>
        {write ? (
          <>
            <MenuSeparator />
            <MenuItem
              icon={<Pencil />}
              onSelect={() => fetchThen(RenameDialog.fetch, () => setAsked('rename'))}
            >
              {t('rename')}
            </MenuItem>
            <MenuItem icon={<Copy />} onSelect={() => void copy()}>
              {t('copy')}
            </MenuItem>
            <MenuItem icon={<Archive />} onSelect={() => setAsked('archive')}>
              {t('archive')}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {asked === 'history' ? <HistoryDialog id={head.id} write={write} close={close} /> : null}
      {asked === 'rename' ? <RenameDialog id={head.id} name={name} close={close} /> : null}
      {asked === 'archive' ? (
        <ConfirmDialog
          open
          onOpenChange={(yes) => !yes && close()}
          title={t('archiveAsk', { name })}
          act={t('archive')}
          onConfirm={() => {
            close()
            void archive()
          }}
        >
          {t('archiveHint')}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
