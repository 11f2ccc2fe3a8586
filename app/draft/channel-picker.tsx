import { Plus } from 'lucide-react'
import { useNetworkName } from '../channel/use-network-name.ts'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory } from '../live/directory.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuCheck, MenuLabel } from '../ui/menu.tsx'
import { toast } from '../ui/toast.ts'
import { useDraft, useDraftMeans } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'

/** To which channels the post goes: those of its team first. */
export function ChannelPicker() {
  const t = useDraftWords('text')
  const networkName = useNetworkName()
  const { channels } = useDirectory()
  const { refresh, saver } = useDraftMeans()
  const post = useDraft((state) => state.data.post)
  const variants = useDraft((state) => state.data.variants)
  const mayWrite = useDraft((state) => state.data.can.write)
  const chosen = variants.map((one) => one.channelId)
  const fixed = post.stage !== 'idea' && post.stage !== 'draft'
  if (!mayWrite) return null
  const own = channels.filter((one) => one.teamId === post.teamId)
  const others = channels.filter((one) => one.teamId !== post.teamId)

  async function set(id: string, on: boolean) {
    try {
      await saver.flush()
      await act('post.change', {
        id: post.id,
        channelIds: on ? [...chosen, id] : chosen.filter((one) => one !== id),
      })
      await refresh()
    } catch (error) {
      if (isActProblem(error)) toast({ kind: 'failed', title: error.message })
    }
  }
  const item = (one: (typeof channels)[number]) => (
    <MenuCheck key={one.id} checked={chosen.includes(one.id)} onChange={(on) => void set(one.id, on)}>
      {one.name}
      <span className="ml-1.5 text-meta text-subtle">{networkName(one.network)}</span>
    </MenuCheck>
  )
  return (
    <Menu trigger={<IconButton size="dense" label={t('chooseChannels')} icon={<Plus />} />}>
      {fixed ? <MenuLabel>{t('channelsFixed')}</MenuLabel> : null}
      {channels.length === 0 ? <MenuLabel>{t('noChannels')}</MenuLabel> : null}
      {own.map(item)}
      {others.map(item)}
    </Menu>
  )
}
