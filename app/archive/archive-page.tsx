import { Form, Link, useSearchParams, useSubmit } from '@remix-run/react'
import { ArchiveRestore, Search } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ArchivedPost } from '#server/post/archive.reads.ts'
import { StageMark } from '../board/stage-mark.tsx'
import { LabelChips } from '../label/label-chip.tsx'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { Row, Rows } from '../settings/section.tsx'
import { useAct } from '../settings/use-act.ts'
import { Page } from '../shell/page.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Ago } from '../ui/time.tsx'
import { toast } from '../ui/toast.ts'
import { useArchiveWords } from './archive-words.ts'

interface ArchivePageProps {
  posts: readonly ArchivedPost[]
  q: string
  next: string | null
}

/** What was taken off the board: found by its title, brought back where it stood. */
export function ArchivePage({ posts, q, next }: ArchivePageProps) {
  const t = useArchiveWords()
  const path = usePath()
  const submit = useSubmit()
  const [params] = useSearchParams()
  const older = new URLSearchParams(params)
  if (next) older.set('before', next)
  return (
    <Page title={t('title')}>
      <div className="mx-auto flex w-full max-w-220 flex-col gap-3 p-4">
        <Form
          replace
          role="search"
          onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
        >
          <TextField
            type="search"
            name="q"
            defaultValue={q}
            maxLength={200}
            aria-label={t('find')}
            placeholder={t('find')}
            before={<Search aria-hidden="true" />}
          />
        </Form>
        {posts.length ? (
          <Rows label={t('list')}>
            {posts.map((one) => (
              <ArchivedRow key={one.id} post={one} />
            ))}
          </Rows>
        ) : (
          <EmptyState
            title={t(q ? 'noneFound' : 'none')}
            art={
              q ? null : (
                <LineArt>
                  <rect x="24" y="10" width="72" height="16" rx="3" />
                  <path d="M30 26v32a4 4 0 0 0 4 4h52a4 4 0 0 0 4-4V26M50 38h20" />
                </LineArt>
              )
            }
            act={
              <Link to={path('board')} className={buttonClass()}>
                {t('open')}
              </Link>
            }
          />
        )}
        {posts.length ? (
          <div className="flex gap-2">
            {next ? (
              <Link to={`?${older}`} className={buttonClass({ size: 'dense' })}>
                {t('next')}
              </Link>
            ) : null}
            <Link to={path('board')} className={buttonClass({ kind: 'quiet', size: 'dense' })}>
              {t('open')}
            </Link>
          </div>
        ) : null}
      </div>
    </Page>
  )
}

function ArchivedRow({ post }: { post: ArchivedPost }) {
  const t = useArchiveWords()
  const board = useTranslations('board')
  const { teams } = useDirectory()
  const may = useMay()
  const { busy, run } = useAct()
  const team = teams.find((one) => one.id === post.teamId)
  async function bringBack() {
    const answer = await run('post.restore', { id: post.id })
    if ('done' in answer) toast({ kind: 'done', title: t('backed', { title: post.title }) })
  }
  return (
    <Row
      before={<StageMark stage={post.stage} />}
      title={
        <>
          <span className="min-w-0 truncate">{post.title || board('card.untitled')}</span>
          <LabelChips ids={post.labels} />
        </>
      }
      detail={
        <>
          {board(`stage.${post.stage}`)}
          {team ? ` · ${team.name}` : null} · {t('at')} <Ago at={post.archivedAt} />
        </>
      }
    >
      {may('post:write', post.teamId) ? (
        <Button size="dense" icon={<ArchiveRestore />} busy={busy} onClick={() => void bringBack()}>
          {t('back')}
        </Button>
      ) : null}
    </Row>
  )
}
