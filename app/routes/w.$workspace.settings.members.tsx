import { useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { MembersPage } from '../settings/members-page.tsx'
import { useReloadOn } from '../settings/use-reload-on.ts'

export const loader = guarded('member:manage', async (ctx, { context }) => ({
  head: await context.services.directory.readHead(ctx),
  members: await context.services.member.readMembers(ctx),
  invitations: await context.services.member.readInvitations(ctx),
}))

export default function Members() {
  const { head, members, invitations } = useLoaderData<typeof loader>()
  useReloadOn(head, /^(team|member|invitation)\./)
  return <MembersPage members={members} invitations={invitations} />
}
