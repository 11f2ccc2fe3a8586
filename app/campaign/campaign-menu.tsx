import { Archive, Pencil } from 'lucide-react'
import { act, isActProblem } from '../live/act.ts'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { toast } from '../ui/toast.ts'
import { useCampaignWords } from './campaign-words.ts'

interface CampaignMenuProps extends TriggerProps {
  id: string
  name: string
  edit(): void
}

/** What can be done with a campaign. */
export function CampaignMenu({ trigger, defaultOpen, id, name, edit }: CampaignMenuProps) {
  const t = useCampaignWords()
  async function archive() {
    try {
      await act('campaign.archive', { id })
      toast({ title: t('archived', { name }), kind: 'done' })
    } catch (error) {
      if (!isActProblem(error)) throw error
      toast({ title: error.message, kind: 'failed' })
    }
  }
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen} align="end">
      <MenuItem icon={<Pencil />} onSelect={edit}>
        {t('change')}
      </MenuItem>
      <MenuItem icon={<Archive />} onSelect={() => void archive()}>
        {t('archive')}
      </MenuItem>
    </Menu>
  )
}
