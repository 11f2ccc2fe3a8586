import { useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { TeamsPage } from '../settings/teams-page.tsx'
import { useReloadOn } from '../settings/use-reload-on.ts'

export const loader = guarded('team:manage', async (ctx, { context }) => ({
  head: await context.services.directory.readHead(ctx),
  teams: await context.services.member.readTeams(ctx),
}))

export default function Teams() {
  const { head, teams } = useLoaderData<typeof loader>()
  useReloadOn(head, /^(team|member)\./)
  return <TeamsPage teams={teams} />
}
