import { useId, useState } from 'react'
import type { DriftReport } from '#server/bond/drift.reads.ts'
import { BOND_FIELDS, type BondField } from '#server/bond/names.rules.ts'
import { act, isActProblem } from '../live/act.ts'
import { useReadAgain } from '../live/read-again.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox, Radio } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast } from '../ui/toast.ts'
import { useBondWords } from './bond-words.ts'

interface PublishDialogProps {
  id: string
  name: string
  drift: DriftReport
  close(): void
}

/** Which regions get the campaign's posts, and what of them stays HQ's. */
export function PublishDialog({ id, name, drift, close }: PublishDialogProps) {
  const t = useBondWords('publish')
  const field = useBondWords('field')
  const form = useId()
  const readAgain = useReadAgain()
  const [teamIds, setTeamIds] = useState<string[]>([])
  const [locked, setLocked] = useState<BondField[]>([])
  const [clock, setClock] = useState<'local' | 'same'>('local')
  const [lockToo, setLockToo] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const has = (teamId: string) =>
    drift.rows.filter(({ cells }) => (cells[teamId]?.drift ?? 'missing') !== 'missing').length
  const already = teamIds.some((teamId) => has(teamId) > 0)
  async function publish() {
    setBusy(true)
    setProblem(null)
    try {
      const { made } = await act('campaign.publish', { id, teamIds, locked, clock })
      if (already && lockToo) await act('campaign.lock', { id, teamIds, locked })
      const posts = made.reduce((all, one) => all + one.posts, 0)
      close()
      toast({ title: t('done', { posts }), kind: 'done' })
      readAgain()
    } catch (error) {
      if (!isActProblem(error)) throw error
      setProblem(error.message)
    } finally {
      setBusy(false)
    }
  }
  const toggle = <T,>(list: T[], one: T) =>
    list.includes(one) ? list.filter((it) => it !== one) : [...list, one]
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t('title', { name })}
      description={t('about')}
      footer={
        <Button kind="primary" type="submit" form={form} busy={busy} disabled={!teamIds.length}>
          {t('do', { count: teamIds.length })}
        </Button>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void publish()
        }}
      >
        <fieldset>
          <legend className="mb-1 text-dense font-medium">{t('regions')}</legend>
          {drift.regions.length ? null : <p className="text-dense text-subtle">{t('noRegions')}</p>}
          {drift.regions.map((region) => (
            <Checkbox
              key={region.id}
              checked={teamIds.includes(region.id)}
              hint={t('has', { posts: has(region.id) })}
              onChange={() => setTeamIds(toggle(teamIds, region.id))}
            >
              {region.name}
            </Checkbox>
          ))}
        </fieldset>
        <fieldset>
          <legend className="text-dense font-medium">{t('locked')}</legend>
          <p className="mb-1 text-meta text-subtle">{t('lockedHint')}</p>
          <div className="flex flex-wrap gap-x-4">
            {BOND_FIELDS.map((one) => (
              <Checkbox
                key={one}
                checked={locked.includes(one)}
                onChange={() => setLocked(toggle(locked, one))}
              >
                {field(one)}
              </Checkbox>
            ))}
          </div>
          {already ? (
            <Checkbox
              checked={lockToo}
              hint={t('lockWarning')}
              className="mt-1"
              onChange={() => setLockToo(!lockToo)}
            >
              {t('lockToo')}
            </Checkbox>
          ) : null}
        </fieldset>
        <fieldset>
          <legend className="mb-1 text-dense font-medium">{t('clock')}</legend>
          {(['local', 'same'] as const).map((one) => (
            <Radio key={one} name="clock" checked={clock === one} onChange={() => setClock(one)}>
              {t(one)}
            </Radio>
          ))}
        </fieldset>
        {problem ? (
          <p role="alert" data-tone="red" className="text-dense text-tone-text">
            {problem}
          </p>
        ) : null}
      </form>
    </Dialog>
  )
}
