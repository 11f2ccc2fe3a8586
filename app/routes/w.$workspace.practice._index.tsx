import { redirect } from '@remix-run/node'
import { useNavigate } from '@remix-run/react'
import { FirstChannel } from '../channel/first-channel.tsx'
import { guarded } from '../guard.ts'
import { usePath } from '../live/directory.tsx'
import { usePracticeWords } from '../practice/practice-words.ts'
import { Page } from '../shell/page.tsx'

/** The first practice channel there is, else how to make one. */
export const loader = guarded('channel:read', async (ctx, { context: { services } }) => {
  const [first] = (await services.channel.readChannels(ctx)).filter(
    ({ network, status }) => network === 'practice' && status === 'connected',
  )
  if (first) throw redirect(`/w/${ctx.workspaceSlug}/practice/${first.id}`)
  return null
})

export default function Practice() {
  const t = usePracticeWords()
  const path = usePath()
  const navigate = useNavigate()
  return (
    <Page title={t('title')}>
      <FirstChannel onMade={(id) => navigate(path(`practice/${id}`))} />
    </Page>
  )
}
