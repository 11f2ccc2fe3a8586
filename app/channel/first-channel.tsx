import { Link, useNavigate } from '@remix-run/react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { toast } from '../ui/toast.ts'
import { usePracticeFirstWords } from './practice-first-words.ts'

/**
 * What stands on the board, in the inbox and on the practice page while the workspace has no channel: make a practice
 * channel now, which needs no account anywhere, or connect a real one in the settings.
 */
export function FirstChannel(props: {
  title?: string
  /** told of the new channel, instead of a message with the way to its page */
  onMade?: (channelId: string) => void
  children?: ReactNode
}) {
  const { title, onMade, children } = props
  const navigate = useNavigate()
  const t = usePracticeFirstWords()
  const problem = useTranslations('problem.request')
  const path = usePath()
  const may = useMay()
  const { workspace, teams, members, me } = useDirectory()
  const [busy, setBusy] = useState(false)
  const home = teams.find(({ id }) => may('channel:manage', id))

  async function make(teamId: string) {
    setBusy(true)
    // Nobody approves their own posts: alone, the first one could never go out.
    const alone = members.every(({ id, gone }) => gone || id === me.memberId)
    const fields = { name: workspace.name, handle: workspace.slug.slice(0, 40) }
    const approval = alone ? ('none' as const) : ('required' as const)
    try {
      const { id } = await act('channel.connect', { network: 'practice', teamId, fields, approval })
      const open = () => navigate(path(`practice/${id}`))
      onMade?.(id)
      toast({
        title: t('made', { name: workspace.name }),
        detail: t(alone ? 'madeAlone' : 'madeDetail'),
        kind: 'done',
        ...(onMade ? {} : { act: { label: t('open'), run: open } }),
      })
    } catch (error) {
      toast({ title: (isActProblem(error) && error.message) || problem('unreachable'), kind: 'failed' })
    }
    setBusy(false)
  }

  return (
    <EmptyState
      title={title ?? t('title')}
      art={
        <LineArt>
          <circle cx="60" cy="36" r="9" />
          <circle cx="22" cy="16" r="6" />
          <circle cx="98" cy="16" r="6" />
          <circle cx="22" cy="58" r="6" />
          <circle cx="98" cy="58" r="6" />
          <path d="m28 19 24 12M92 19 68 31M28 55l24-13M92 55 68 42" strokeDasharray="3 4" />
        </LineArt>
      }
      act={
        home ? (
          <>
            <Button kind="primary" busy={busy} onClick={() => void make(home.id)}>
              {t('act')}
            </Button>
            <Link to={path('settings/channels')} className={buttonClass()}>
              {t('connect')}
            </Link>
          </>
        ) : null
      }
    >
      {children ?? t('body')}
      {home ? null : <p className="mt-1">{t('reader')}</p>}
    </EmptyState>
  )
}
