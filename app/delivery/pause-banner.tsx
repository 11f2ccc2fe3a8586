import { CirclePause } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNetworkName } from '../channel/use-network-name.ts'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.ts'

/** What a screen knows of a pause. */
export interface PauseView {
  id: string
  scope: 'workspace' | 'team' | 'network' | 'campaign' | 'label'
  value: string
  reason: string
}

/** Says on every page that publishing is paused, what and why, until somebody ends it. */
export function PauseBanners({ pauses }: { pauses: readonly PauseView[] }) {
  return pauses.map((pause) => <PauseBanner key={pause.id} pause={pause} />)
}

function PauseBanner({ pause }: { pause: PauseView }) {
  const t = useTranslations('delivery.pause')
  const networkName = useNetworkName()
  const say = useTranslations('problem.request')
  const { teams, campaigns, labels } = useDirectory()
  const may = useMay()
  const [busy, setBusy] = useState(false)
  const { scope, value } = pause
  const campaign = campaigns.find((one) => one.id === value)
  const names = {
    workspace: '',
    team: teams.find((one) => one.id === value)?.name ?? value,
    network: networkName(value),
    campaign: campaign?.name ?? value,
    label: labels.find((one) => one.id === value)?.name ?? value,
  }
  const teamId = scope === 'team' ? value : scope === 'campaign' ? (campaign?.teamId ?? null) : null

  async function end() {
    setBusy(true)
    try {
      const { held } = await act('pause.stop', { id: pause.id })
      toast({ kind: 'done', title: t('ended', { held }), id: 'pause' })
    } catch (error) {
      const title = isActProblem(error) && error.message ? error.message : say('unreachable')
      toast({ kind: 'failed', title, id: 'pause' })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Banner
      flush
      tone="amber"
      icon={<CirclePause aria-hidden="true" />}
      act={
        may('publishing:pause', teamId) ? (
          <Button size="dense" busy={busy} onClick={() => void end()}>
            {t('end')}
          </Button>
        ) : null
      }
    >
      {t('banner', { scope: t(`scope.${scope}`, { value: names[scope] }), reason: pause.reason })}
    </Banner>
  )
}
