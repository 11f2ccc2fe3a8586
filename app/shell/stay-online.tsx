import { useBlocker } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { toast } from '../ui/toast.ts'
import { useConnection } from './connection.ts'
import { asksServer } from './stay-online.rules.ts'

/** Whether the server answers at all, whatever its sockets do. */
const reachable = () =>
  navigator.onLine
    ? fetch('/healthz', { cache: 'no-store' }).then(
        (answer) => answer.ok,
        () => false,
      )
    : Promise.resolve(false)

/**
 * Without a connection one stays where one is, and is told: another page could not be fetched, and the browser's own
 * error page would take its place, with everything that is kept here.
 */
export function StayOnline() {
  const t = useTranslations('shell.connection')
  const connection = useConnection()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      connection !== 'live' && asksServer(currentLocation.pathname, nextLocation.pathname),
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    let gone = false
    void reachable().then((yes) => {
      if (gone) return
      if (yes) return blocker.proceed()
      blocker.reset()
      toast({ kind: 'failed', id: 'stay', title: t('stay') })
    })
    return () => {
      gone = true
    }
  }, [blocker, t])
  return null
}
