import { useDraft } from '../draft/draft-context.tsx'
import { useDirectory } from '../live/directory.tsx'
import { Banner } from '../ui/banner.tsx'
import { Ago } from '../ui/time.tsx'
import { useApprovalWords } from './approval-words.ts'
import { askedFor } from './asked.rules.ts'

/** What approvers asked for, where its writer cannot miss it. */
export function AskedFor() {
  const t = useApprovalWords()
  const stage = useDraft((state) => state.data.post.stage)
  const variants = useDraft((state) => state.data.variants)
  const { members } = useDirectory()
  const asked = askedFor(stage, variants)
  if (!asked.length) return null
  return (
    <Banner flush tone="amber">
      <ul className="flex max-h-32 flex-col gap-1 overflow-y-auto">
        {asked.map((one) => (
          <li key={`${one.memberId} ${one.at}`} className="break-words">
            {t(`decision.${one.kind}`, {
              name: members.find((member) => member.id === one.memberId)?.name ?? '?',
            })}{' '}
            <Ago at={one.at} />
            {one.comment ? <span className="whitespace-pre-wrap font-medium">: {one.comment}</span> : null}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
