import { useLoaderData } from '@remix-run/react'
import { addDays, dayKey, weekRange } from '#server/time/calendar.rules.ts'
import { SendingPage } from '../delivery/sending-page.tsx'
import { guarded } from '../guard.ts'

export const loader = guarded('post:read', async (ctx, { request, context: { services } }) => {
  const asked = new URL(request.url).searchParams.get('week') ?? ''
  const today = dayKey(ctx.now(), ctx.zone)
  const { days, from, to } = weekRange(/^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today, ctx.zone)
  const head = await services.directory.readHead(ctx)
  const [slots, waiting] = await Promise.all([
    services.delivery.readLedger(ctx, { from, to }),
    services.delivery.readWaiting(ctx),
  ])
  const first = days[0] ?? today
  const byDay = days.map((day) => ({
    day,
    slots: slots.filter((one) => dayKey(one.dueAt, ctx.zone) === day),
  }))
  return { head, byDay, waiting, previous: addDays(first, -7), next: addDays(first, 7) }
})

export default function Sending() {
  return <SendingPage {...useLoaderData<typeof loader>()} />
}
