import { Link } from '@remix-run/react'
import { Clock } from 'lucide-react'
import type { CampaignPage } from '#server/campaign/campaign-page.reads.ts'
import { StageBadge } from '../draft/stage-badge.tsx'
import { useDirectory, usePath } from '../live/directory.tsx'
import { Badge } from '../ui/badge.tsx'
import { Table, Td, Th } from '../ui/table.tsx'
import { Time } from '../ui/time.tsx'
import { Bar } from './campaign-facts.tsx'
import { useCampaignWords } from './campaign-words.ts'

/** How far its posts are: by stage, by team, and what is overdue. */
export function CampaignProgress({ page }: { page: CampaignPage }) {
  const t = useCampaignWords('page')
  const { teams } = useDirectory()
  const { progress } = page
  const { total, byStage, byTeam, overdue } = progress
  return (
    <section aria-labelledby="progress" className="flex flex-col gap-3">
      <h2 id="progress" className="text-section font-semibold">
        {t('progress')}
      </h2>
      <div className="flex flex-col gap-1">
        <Bar share={total ? byStage.published / total : 0} />
        <p className="flex flex-wrap gap-x-3 text-dense text-muted tabular-nums">
          <span>{t('published', { published: byStage.published, total })}</span>
          <span
            data-tone={overdue.length ? 'red' : undefined}
            className={overdue.length ? 'text-tone-text' : ''}
          >
            {t('overdue', { count: overdue.length })}
          </span>
        </p>
      </div>
      {byTeam.length > 1 ? (
        <Table caption={t('byTeam')}>
          <thead>
            <tr>
              <Th>{t('team')}</Th>
              <Th numeric>{t('posts')}</Th>
              <Th numeric>{t('isOverdue')}</Th>
              <Th className="w-1/3">{t('progress')}</Th>
            </tr>
          </thead>
          <tbody>
            {byTeam.map((one) => (
              <tr key={one.teamId}>
                <Td>{teams.find(({ id }) => id === one.teamId)?.name}</Td>
                <Td numeric>{one.total}</Td>
                <Td numeric>{one.overdue}</Td>
                <Td>
                  <span className="sr-only">{t('published', one)}</span>
                  <Bar share={one.published / one.total} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
    </section>
  )
}

/** Its posts by stage, the next to go out first. */
export function CampaignPosts({ page }: { page: CampaignPage }) {
  const t = useCampaignWords('page')
  const path = usePath()
  const { teams } = useDirectory()
  const board = `${path('board')}?campaign=${page.campaign.id}`
  return (
    <section aria-labelledby="posts" className="flex flex-col gap-3">
      <header className="flex min-h-control items-center justify-between gap-2">
        <h2 id="posts" className="text-section font-semibold">
          {t('posts')}
        </h2>
        <Link
          to={board}
          className="flex min-h-6 items-center text-dense text-accent-text hover:underline touch:min-h-11"
        >
          {t('onBoard')}
        </Link>
      </header>
      {page.groups.length ? null : (
        <div className="text-dense">
          <p>{t('noPosts')}</p>
          <p className="text-subtle">{t('noPostsBody')}</p>
        </div>
      )}
      {page.groups.map(({ stage, count, posts }) => (
        <div key={stage}>
          <h3 className="flex items-center gap-2 pb-1">
            <StageBadge stage={stage} />
            <span className="text-meta text-subtle tabular-nums">{count}</span>
          </h3>
          <ul className="flex flex-col divide-y divide-line">
            {posts.map((one) => (
              <li
                key={one.id}
                className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-0.5 py-1.5 text-dense"
              >
                <Link
                  to={path(`post/${one.id}`)}
                  className="min-w-0 flex-1 basis-48 break-words hover:underline touch:py-2"
                >
                  {one.title || t('untitled')}
                </Link>
                {one.overdue ? (
                  <Badge tone="red" icon={<Clock />}>
                    {t('isOverdue')}
                  </Badge>
                ) : null}
                <span className="text-meta text-subtle">
                  {teams.find(({ id }) => id === one.teamId)?.name}
                </span>
                <span className="text-meta text-subtle tabular-nums">
                  {one.sendAt === null ? (
                    t('noTime')
                  ) : (
                    <Time at={one.sendAt} zone={one.sendZone ?? undefined} />
                  )}
                </span>
              </li>
            ))}
          </ul>
          {count > posts.length ? (
            <Link to={board} className="text-meta text-subtle hover:underline">
              {t('more', { count: count - posts.length })}
            </Link>
          ) : null}
        </div>
      ))}
    </section>
  )
}
