import { useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { guarded } from '../guard.ts'
import { useReadAgain } from '../live/read-again.ts'
import { JobsPage } from '../settings/jobs-page.tsx'

export const loader = guarded('job:manage', async (ctx, { context }) => ({
  jobs: await context.services.job.readJobs(ctx),
}))

/** Jobs come and go without events; while somebody looks, the page reads them again, ms. */
const EVERY = 5_000

export default function Jobs() {
  const { jobs } = useLoaderData<typeof loader>()
  const revalidate = useReadAgain()
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && revalidate(), EVERY)
    return () => clearInterval(timer)
  }, [revalidate])
  return <JobsPage jobs={jobs} />
}
