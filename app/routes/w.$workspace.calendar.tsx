import type { ShouldRevalidateFunction } from '@remix-run/react'
import { useLoaderData } from '@remix-run/react'
import { weekStart } from '#server/i18n/locale.rules.ts'
import { packCards } from '#server/post/card-pack.rules.ts'
import { addMonths, dayKey, monthRange } from '#server/time/calendar.rules.ts'
import { CalendarPage } from '../calendar/calendar.tsx'
import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'

export const loader = guarded('post:read', async (ctx, { request, context: { services } }) => {
  const today = dayKey(ctx.now(), ctx.zone)
  const asked = new URL(request.url).searchParams.get('month') ?? ''
  const month = /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7)
  const first = `${month}-01`
  const { days } = monthRange(
    first,
    ctx.zone,
    weekStart(requestLocale(request, ctx), request.headers.get('accept-language')),
  )
  // First the number, then the cards: a replay from it misses nothing.
  const head = await services.directory.readHead(ctx)
  return {
    head,
    cards: packCards(await services.board.readDays(ctx, days[0] ?? first, days.at(-1) ?? first)),
    month,
    previous: addMonths(first, -1).slice(0, 7),
    next: addMonths(first, 1).slice(0, 7),
    today,
    days,
  }
})

// The log keeps the cards current: they are read again for another month, or when somebody asks for it.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formAction }) =>
  formAction === undefined &&
  (currentUrl.href === nextUrl.href ||
    currentUrl.searchParams.get('month') !== nextUrl.searchParams.get('month'))

export default function Calendar() {
  return <CalendarPage data={useLoaderData<typeof loader>()} />
}
