import { useNavigate } from '@remix-run/react'
import { useState } from 'react'
import type { ChannelView } from '#server/channel/channel-view.rules.ts'
import { usePath } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Ago } from '../ui/time.tsx'
import { ActForm } from './act-form.tsx'
import type { NetworkOffer } from './connect-dialog.tsx'
import { CredentialFields, credentialsOf, NetworkHelp } from './credential-fields.tsx'
import { Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'
import { useAct, useSentence } from './use-act.ts'

interface ChannelConnectionProps {
  channel: ChannelView
  ingestedAt: number | null
  offer: NetworkOffer | null
}

/** How the channel stands with its network: connect again, disconnect, remove. */
export function ChannelConnection({ channel, ingestedAt, offer }: ChannelConnectionProps) {
  const t = useSettingsWords('channels')
  const path = usePath()
  const navigate = useNavigate()
  const sentence = useSentence()
  const { busy, run } = useAct()
  const [open, setOpen] = useState<'login' | 'disconnect' | 'remove' | null>(null)
  /** What the server wants to have said twice: posts are planned here. */
  const [warning, warn] = useState<string | null>(null)
  const close = () => {
    setOpen(null)
    warn(null)
  }
  const remove = open === 'remove'
  const disconnect = async () => {
    const input = { channelId: channel.id, remove, confirmed: warning !== null }
    const answer = await run('channel.disconnect', input, { quiet: warning === null })
    if ('done' in answer) {
      close()
      if (remove) navigate(path('settings/channels'))
    } else if (answer.problem.code === 'channel.hasPlannedPosts') warn(sentence(answer.problem))
    else close()
  }
  return (
    <Section
      level={3}
      title={t('connection')}
      hint={
        <>
          {channel.status === 'connected'
            ? t('connectedAs', { handle: channel.handle })
            : t(`status.${channel.status}`)}{' '}
          {ingestedAt ? t.rich('lastIn', { time: () => <Ago at={ingestedAt} /> }) : null}
        </>
      }
    >
      <div className="flex flex-wrap gap-2">
        {offer ? <Button onClick={() => setOpen('login')}>{t('reconnect')}</Button> : null}
        {channel.status === 'connected' ? (
          <Button onClick={() => setOpen('disconnect')}>{t('disconnect')}</Button>
        ) : null}
        <Button kind="quiet" onClick={() => setOpen('remove')}>
          {t('remove')}
        </Button>
      </div>
      {open === 'login' && offer ? (
        <Dialog open onOpenChange={close} title={t('reconnect')}>
          <ActForm
            name="channel.reconnect"
            act={t('connectAct')}
            input={(form) => ({ channelId: channel.id, fields: credentialsOf(form, offer.fields) })}
            onDone={close}
          >
            <NetworkHelp network={offer.network} />
            <CredentialFields fields={offer.fields} />
          </ActForm>
        </Dialog>
      ) : null}
      <ConfirmDialog
        open={open === 'disconnect' || remove}
        onOpenChange={close}
        title={t(remove ? 'removeAsk' : 'disconnectAsk', { name: channel.name })}
        act={warning ? t('anyway') : t(remove ? 'remove' : 'disconnect')}
        danger
        busy={busy}
        onConfirm={disconnect}
      >
        <p>{t(remove ? 'removeBody' : 'disconnectBody')}</p>
        {warning ? (
          <p role="alert" className="mt-2 font-medium text-fg">
            {warning}
          </p>
        ) : null}
      </ConfirmDialog>
    </Section>
  )
}
