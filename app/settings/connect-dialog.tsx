import { useNavigate } from '@remix-run/react'
import { useState } from 'react'
import { NETWORKS, type NetworkId, type Proof } from '#server/network/network.rules.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { useNetworkWords } from '../channel/network-words.ts'
import { useNetworkName } from '../channel/use-network-name.ts'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { Badge } from '../ui/badge.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useListFormat } from '../ui/list-format.ts'
import { ActForm } from './act-form.tsx'
import { type CredentialField, CredentialFields, credentialsOf, NetworkHelp } from './credential-fields.tsx'
import { FormSelect } from './form-select.tsx'
import { useSettingsWords } from './settings-words.ts'

/** A network that can be connected, as the server offers it. */
export interface NetworkOffer {
  network: NetworkId
  label: string
  proof: Proof
  fields: readonly CredentialField[]
}

/** Connects a profile: the fields are the connector's own. */
export function ConnectDialog({ networks, close }: { networks: readonly NetworkOffer[]; close(): void }) {
  const t = useSettingsWords('channels')
  const proof = useNetworkWords('proof')
  const networkName = useNetworkName()
  const list = useListFormat()
  const { teams } = useDirectory()
  const may = useMay()
  const path = usePath()
  const navigate = useNavigate()
  const [chosen, choose] = useState<NetworkId | undefined>(networks[0]?.network)
  const offer = networks.find((one) => one.network === chosen)
  const later = Object.entries(NETWORKS)
    .filter(([id]) => !networks.some((one) => one.network === id))
    .map(([, facts]) => facts.label)
  const mine = teams.filter((team) => may('channel:manage', team.id))
  if (!offer) return null
  return (
    <Dialog open onOpenChange={close} title={t('connectTitle')}>
      <ActForm
        key={offer.network}
        name="channel.connect"
        act={t('connectAct')}
        input={(form) => ({
          network: offer.network,
          teamId: String(form.get('teamId')),
          fields: credentialsOf(form, offer.fields),
          approval: form.get('approval') === 'none' ? 'none' : 'required',
        })}
        onDone={({ id }) => {
          close()
          navigate(path(`settings/channels/${id}`))
        }}
      >
        <fieldset>
          <legend className="mb-1 text-dense font-medium">{t('network')}</legend>
          <div className="grid grid-cols-2 gap-2">
            {networks.map((one) => (
              <label
                key={one.network}
                className="flex min-h-11 cursor-pointer items-center gap-2 rounded-card border border-line-strong px-3 text-body font-medium has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent [&_svg]:size-4"
              >
                <input
                  type="radio"
                  className="sr-only"
                  checked={one.network === chosen}
                  onChange={() => choose(one.network)}
                />
                <NetworkMark network={one.network} />
                {networkName(one.network)}
              </label>
            ))}
          </div>
          {later.length ? (
            <p className="mt-2 text-meta text-subtle">{t('later', { networks: list(later) })}</p>
          ) : null}
        </fieldset>
        <div className="flex flex-col gap-1.5">
          {/* Practice has no software of others to be verified against. */}
          {offer.network === 'practice' ? null : (
            <Badge tone={offer.proof === 'live' ? 'green' : 'amber'} className="w-fit">
              {proof(offer.proof)}
            </Badge>
          )}
          <NetworkHelp network={offer.network} />
        </div>
        <CredentialFields fields={offer.fields} />
        <FormSelect name="teamId" label={t('team')}>
          {mine.map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </FormSelect>
        <FormSelect name="approval" label={t('approval')} hint={t('approvalHint')} defaultValue="required">
          <option value="required">{t('mode.required')}</option>
          <option value="none">{t('mode.none')}</option>
        </FormSelect>
      </ActForm>
    </Dialog>
  )
}
