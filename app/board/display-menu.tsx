import { useSearchParams } from '@remix-run/react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { chooseCovers, coversShown } from '../preferences.ts'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Menu, MenuCheck, MenuChoice, MenuLabel, MenuSeparator } from '../ui/menu.tsx'
import { LANE_KINDS, lanesFrom } from './lanes.rules.ts'

/** The lanes go into the address, so that a link shows the same; whether cards show their pictures is one's own. */
export function DisplayMenu({ trigger, defaultOpen }: TriggerProps) {
  const t = useTranslations('board')
  const [params, setParams] = useSearchParams()
  const [covers, setCovers] = useState(coversShown)
  function choose(kind: string) {
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (kind) next.set('lanes', kind)
        else next.delete('lanes')
        return next
      },
      { preventScrollReset: true },
    )
  }
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen}>
      <MenuLabel>{t('display.lanes')}</MenuLabel>
      <MenuChoice
        value={lanesFrom(params) ?? ''}
        onChange={choose}
        options={[
          { value: '', label: t('display.none') },
          ...LANE_KINDS.map((kind) => ({ value: kind, label: t(`filter.${kind}`) })),
        ]}
      />
      <MenuSeparator />
      <MenuCheck
        checked={covers}
        onChange={(shown) => {
          chooseCovers(shown)
          setCovers(shown)
        }}
      >
        {t('display.covers')}
      </MenuCheck>
    </Menu>
  )
}
