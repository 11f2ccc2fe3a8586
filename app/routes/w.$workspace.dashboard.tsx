import { useLoaderData } from '@remix-run/react'
import { filtersOf } from '#server/metric/figures.rules.ts'
import { DashboardPage } from '../dashboard/dashboard-page.tsx'
import { guarded } from '../guard.ts'

export const loader = guarded('dashboard:read', async (ctx, { request, context }) => ({
  figures: await context.services.metric.readFigures(ctx, filtersOf(new URL(request.url).searchParams)),
}))

export default function Dashboard() {
  return <DashboardPage loaded={useLoaderData<typeof loader>().figures} />
}
