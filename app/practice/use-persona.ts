import { useCallback, useEffect, useState } from 'react'
import { useLocale } from 'use-intl'
import { workspaceSlug } from '../live/act.ts'
import type { Persona } from './practice-context.tsx'

const place = () => `hubbub.practice.${workspaceSlug()}`

/** Whom I play in this workspace: whoever I chose last in this browser, else somebody who speaks my language. */
export function usePersona(audience: readonly Persona[]): [Persona | null, (id: string) => void] {
  const locale = useLocale()
  const [chosen, choose] = useState<string | null>(null)
  useEffect(() => {
    try {
      choose(window.localStorage.getItem(place()))
    } catch {
      // A browser that keeps nothing: it is chosen anew next time.
    }
  }, [])
  const set = useCallback((id: string) => {
    choose(id)
    try {
      window.localStorage.setItem(place(), id)
    } catch {
      // As above.
    }
  }, [])
  const persona =
    audience.find(({ id }) => id === chosen) ??
    audience.find(({ language }) => language === locale) ??
    audience[0] ??
    null
  return [persona, set]
}
