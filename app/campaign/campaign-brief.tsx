import { useEffect, useRef, useState } from 'react'
import { MAX_BRIEF } from '#server/campaign/campaign.rules.ts'
import { act, isActProblem } from '../live/act.ts'
import { useReadAgain } from '../live/read-again.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.ts'
import { useCampaignWords } from './campaign-words.ts'

interface BriefProps {
  id: string
  brief: string
  revision: number
  mayWrite: boolean
}

/** The campaign's brief. What is typed stays until it is saved; a newer one of somebody else is shown beside it. */
export function CampaignBrief({ id, brief, revision, mayWrite }: BriefProps) {
  const t = useCampaignWords('brief')
  const readAgain = useReadAgain()
  const [draft, setDraft] = useState<{ text: string; base: number } | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const editing = draft !== null
  useEffect(() => {
    if (editing) field.current?.focus()
  }, [editing])
  const conflict = draft && draft.base !== revision && draft.text.trim() !== brief
  async function save(base = draft?.base ?? revision) {
    if (!draft) return
    setBusy(true)
    try {
      await act('campaign.editBrief', { id, base, brief: draft.text })
      setDraft(null)
      toast({ title: t('saved'), kind: 'done' })
    } catch (error) {
      if (!isActProblem(error)) throw error
      if (error.code !== 'campaign.briefChangedMeanwhile') toast({ title: error.message, kind: 'failed' })
    } finally {
      setBusy(false)
      readAgain()
    }
  }
  return (
    <section aria-labelledby="brief" className="flex flex-col gap-2">
      <header className="flex min-h-control items-center justify-between gap-2">
        <h2 id="brief" className="text-section font-semibold">
          {t('title')}
        </h2>
        {mayWrite && !draft ? (
          <Button size="dense" onClick={() => setDraft({ text: brief, base: revision })}>
            {t(brief ? 'edit' : 'write')}
          </Button>
        ) : null}
      </header>
      {draft ? (
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          {conflict ? (
            <Banner tone="amber" urgent>
              <p>{t('conflict')}</p>
              <h3 className="mt-2 text-meta font-medium text-subtle">{t('theirs')}</h3>
              <p className="max-h-48 overflow-y-auto whitespace-pre-wrap break-words">{brief}</p>
              <div className="mt-2 flex flex-wrap gap-2">
                <Button size="dense" type="button" busy={busy} onClick={() => void save(revision)}>
                  {t('keepMine')}
                </Button>
                <Button size="dense" type="button" onClick={() => setDraft(null)}>
                  {t('keepTheirs')}
                </Button>
              </div>
            </Banner>
          ) : null}
          <TextArea
            ref={field}
            aria-label={conflict ? t('mine') : t('title')}
            aria-describedby="brief-hint"
            rows={8}
            maxLength={MAX_BRIEF}
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.target.value })}
          />
          <p id="brief-hint" className="text-meta text-subtle">
            {t('hint')}
          </p>
          <div className="flex gap-2">
            {conflict ? null : (
              <Button kind="primary" size="dense" type="submit" busy={busy}>
                {t('save')}
              </Button>
            )}
            <Button size="dense" type="button" onClick={() => setDraft(null)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      ) : brief ? (
        <div className="flex max-w-prose flex-col gap-3 text-body">
          {brief.split(/\n{2,}/).map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one unchanging text
            <p key={index} className="whitespace-pre-wrap break-words">
              {paragraph}
            </p>
          ))}
        </div>
      ) : (
        <p className="text-dense text-subtle">{t('empty')}</p>
      )}
    </section>
  )
}
