import { useEffect, useRef } from 'react'
import { useEvents } from '../live/live.tsx'
import { useReadAgain } from '../live/read-again.ts'

/** Waits this long for more of the same before reading again, ms. */
const GATHER = 150

/** Reads the page's data again after events whose type matches, gathered. `head`: the number the data was read at. */
export function useReloadOn(head: number, types: RegExp): void {
  const revalidate = useReadAgain()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEvents(head, (event) => {
    if (!types.test(event.type)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(revalidate, GATHER)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}
