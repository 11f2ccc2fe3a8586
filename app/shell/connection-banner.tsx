import { CloudOff, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { type Connection, useConnection } from './connection.ts'

/** Milliseconds a break may last before it is mentioned; most heal in less. */
const grace = 3000

/** Says so while the page is not current, what is kept and what to do. */
export function ConnectionBanner() {
  const t = useTranslations('shell.connection')
  const state = useConnection()
  const [shown, setShown] = useState<Connection>('live')
  useEffect(() => {
    if (state !== 'reconnecting') {
      setShown(state)
      return
    }
    const timer = setTimeout(() => setShown(state), grace)
    return () => clearTimeout(timer)
  }, [state])
  if (shown === 'live') return null
  return (
    <Banner
      flush
      tone={shown === 'stale' ? 'accent' : 'amber'}
      icon={shown === 'stale' ? <RefreshCw /> : <CloudOff />}
      act={
        shown === 'stale' ? (
          <Button size="dense" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        ) : null
      }
    >
      {t(shown)}
    </Banner>
  )
}
