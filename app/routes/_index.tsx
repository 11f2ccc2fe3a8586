import { redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useAuthWords } from '../auth/auth-words.ts'
import { Door } from '../auth/door.tsx'
import { open } from '../guard.ts'
import { Badge } from '../ui/badge.tsx'

/** The start: my workspace's board, or the choice between several. */
export const loader = open('account', async ({ context }) => {
  const { account, app, services } = context
  const workspaces = await services.member.workspacesOf(app, account?.userId ?? '')
  if (workspaces.length === 1) throw redirect(`/w/${workspaces[0]?.slug}/board`)
  return { workspaces }
})

export default function Start() {
  const t = useAuthWords()
  const { workspaces } = useLoaderData<typeof loader>()
  return (
    <Door title={t('chooseTitle')}>
      {workspaces.length === 0 ? <p className="text-muted">{t('noWorkspace')}</p> : null}
      <ul className="flex flex-col gap-1">
        {workspaces.map((one) => (
          <li key={one.id}>
            <Link
              to={`/w/${one.slug}/board`}
              className="flex h-11 items-center justify-between rounded-card px-3 font-medium ring-1 ring-line ring-inset hover:bg-hover"
            >
              {one.name}
              {one.demo ? <Badge>{t('demo')}</Badge> : null}
            </Link>
          </li>
        ))}
      </ul>
    </Door>
  )
}
