import { useEffect, useState } from 'react'
import { useFetchThen } from '../ui/lazy-part.tsx'
import { LazySheet } from '../ui/lazy-sheet.ts'

const KEY = 'hubbub:inbox-person'

/** Whether the person panel stands beside the conversation (remembered), or is looked at as a sheet where it cannot. */
export function usePanel() {
  const [beside, setBeside] = useState(true)
  const [sheet, setSheet] = useState(false)
  const fetchThen = useFetchThen()
  useEffect(() => setBeside(localStorage.getItem(KEY) !== 'closed'), [])
  return {
    beside,
    sheet,
    setSheet: (open: boolean) => (open ? fetchThen(LazySheet.fetch, () => setSheet(true)) : setSheet(false)),
    close() {
      localStorage.setItem(KEY, 'closed')
      setBeside(false)
    },
    toggle() {
      localStorage.setItem(KEY, beside ? 'closed' : 'open')
      setBeside(!beside)
    },
  }
}

export type Panel = ReturnType<typeof usePanel>
