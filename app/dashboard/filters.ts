import { useSearchParams } from '@remix-run/react'
import { type FiguresInput, filtersOf, searchOf } from '#server/metric/figures.rules.ts'

/** The filters of the page, kept in its address: a view can be sent to somebody, and "back" undoes a change. */
export function useFilters(): [FiguresInput, (change: Partial<FiguresInput>) => void] {
  const [params, setParams] = useSearchParams()
  const input = filtersOf(params)
  const set = (change: Partial<FiguresInput>) =>
    setParams(new URLSearchParams(searchOf({ ...input, ...change })), { preventScrollReset: true })
  return [input, set]
}
